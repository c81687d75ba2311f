/** One person's account, for managers: invited or active, a link to hand over, their devices. */
import { useEffect } from 'react'
import { revokeDevice } from '../../../sync/accounts'
import { syncNow } from '../../../sync/running'
import { peopleAccounts as words } from '../../../text/account-settings'
import { accountRefusalText } from '../../../text/accounts'
import { common } from '../../../text/common'
import { Facts } from '../../../ui/Facts'
import { Loading } from '../../../ui/Loading'
import { Notice } from '../../../ui/Notice'
import { DeviceList } from '../DeviceList'
import type { HubAccess } from '../use-hub-access'
import type { Person } from '../use-people'
import { accountState } from './account-state'
import { InviteForm } from './InviteForm'
import { ResetLink } from './ResetLink'
import { useMemberAccounts } from './use-member-accounts'

const AGAIN_MS = 1_500

interface PersonAccountProps {
  readonly access: HubAccess
  readonly person: Person
  readonly areaName: string
}

export function PersonAccount({ access, person, areaName }: PersonAccountProps) {
  const { accounts, ask } = useMemberAccounts(access)
  const account = accounts?.get(person.id)
  const isNew = accounts != null && !account
  useEffect(() => {
    if (!isNew) return
    // Somebody who was just added is on this device alone: the hub is told of them, and asked again until it knows them.
    const timer = setInterval(() => void syncNow().then(ask), AGAIN_MS)
    return () => clearInterval(timer)
  }, [isNew, ask])
  return (
    <section aria-labelledby="account">
      <h2 className="govuk-heading-m" id="account">
        {words.column}
      </h2>
      {accounts === undefined && <Loading label={common.loading} />}
      {accounts === null && <Notice>{words.offline}</Notice>}
      {isNew && (
        <p className="govuk-body" role="status">
          {words.telling}
        </p>
      )}
      {account && (
        <Facts
          rows={[
            [words.state, accountState(account)],
            ...(account.email === null ? [] : [[words.email, account.email] as const]),
          ]}
        />
      )}
      {account && !account.hasAccount && person.active && (
        <InviteForm
          access={access}
          member={person}
          areaName={areaName}
          email={account.email}
          onInvited={() => void ask()}
        />
      )}
      {account?.hasAccount && (
        <>
          <h3 className="govuk-heading-s">{words.devices}</h3>
          {account.devices.length === 0 ? (
            <p className="govuk-body">{words.noDevices}</p>
          ) : (
            <DeviceList
              devices={account.devices}
              here={access.device}
              onSignOut={async ({ id }) => {
                const ended = await revokeDevice(access.token, { area: access.area, device: id })
                await ask()
                return ended.ok ? null : accountRefusalText(ended.error)
              }}
            />
          )}
          {!person.isYou && <ResetLink access={access} member={person} email={account.email} />}
        </>
      )}
    </section>
  )
}
