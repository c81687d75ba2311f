/** One's own account on a hub: who one is there, where one is signed in, passkeys, password, and signing out here. */
import { Link } from 'react-router'
import { useHere } from '../../../store/hooks'
import { setToken } from '../../../store/joined'
import { registerDevice, revokeDevice } from '../../../sync/accounts'
import { thisDeviceName } from '../../../sync/device-name'
import { account as words } from '../../../text/account-settings'
import { accountRefusalText } from '../../../text/accounts'
import { common } from '../../../text/common'
import { settings } from '../../../text/settings'
import { Facts } from '../../../ui/Facts'
import { Loading } from '../../../ui/Loading'
import { Notice } from '../../../ui/Notice'
import { Page } from '../../../ui/Page'
import { DeviceList } from '../DeviceList'
import { type HubAccess, useHubAccess } from '../use-hub-access'
import type { Person } from '../use-people'
import { Passkeys } from './Passkeys'
import { PasswordChange } from './PasswordChange'
import { type MyAccount, useMyAccount } from './use-my-account'

interface AccountPageProps {
  readonly you: Person | null
  readonly areaName: string
}

export function AccountPage({ you, areaName }: AccountPageProps) {
  const access = useHubAccess()
  return (
    <Page title={words.title} narrow>
      <p>
        <Link className="govuk-back-link" to="/settings">
          {words.back}
        </Link>
      </p>
      {access === undefined && <Loading label={common.loading} />}
      {access === null && <SignInAgain />}
      {access && <Known access={access} you={you} areaName={areaName} />}
      <p className="govuk-body">
        <Link className="govuk-link" to="/settings/sign-out">
          {words.leave.link}
        </Link>
      </p>
    </Page>
  )
}

function Known({ access, you, areaName }: AccountPageProps & { readonly access: HubAccess }) {
  const { state, ask } = useMyAccount(access.token, access.area)
  switch (state.type) {
    case 'loading':
      return <Loading label={words.loading} />
    case 'refused':
      return state.refusal.type === 'SignedOut' ? (
        <SignInAgain />
      ) : (
        <>
          <Notice>{state.refusal.type === 'Offline' ? words.offline : accountRefusalText(state.refusal)}</Notice>
          <button type="button" className="govuk-button govuk-button--secondary" onClick={() => void ask()}>
            {words.retry}
          </button>
        </>
      )
    case 'known':
      return <Account access={access} account={state.account} you={you} areaName={areaName} onChanged={ask} />
  }
}

interface AccountProps extends AccountPageProps {
  readonly access: HubAccess
  readonly account: MyAccount
  readonly onChanged: () => Promise<void>
}

function Account({ access, account, you, areaName, onChanged }: AccountProps) {
  const { device } = useHere()
  const { user, devices } = account
  const roles = you?.roles.map(settings.roleLabel).join(', ') ?? ''
  return (
    <>
      <Facts
        rows={[
          [words.name, you?.name ?? user.name],
          [words.email, user.email],
          [words.area, areaName],
          [words.partOf, you ? settings.you.roles(you.agencyLabel, roles) : ''],
        ]}
      />
      <section aria-labelledby="devices">
        <h2 className="govuk-heading-m" id="devices">
          {words.devices.title}
        </h2>
        <DeviceList
          devices={devices}
          here={access.device}
          onSignOut={async ({ id }) => {
            const ended = await revokeDevice(access.token, { area: access.area, device: id })
            await onChanged()
            return ended.ok ? null : accountRefusalText(ended.error)
          }}
        />
      </section>
      <Passkeys token={access.token} hasPassword={user.hasPassword} onChanged={onChanged} />
      {user.hasPassword ? (
        <PasswordChange
          token={access.token}
          onChanged={async (token) => {
            await setToken(device, token)
            await registerDevice(token, { area: access.area, device: access.device, name: thisDeviceName() })
          }}
        />
      ) : (
        <section aria-labelledby="password-title">
          <h2 className="govuk-heading-m" id="password-title">
            {words.password.title}
          </h2>
          <p className="govuk-body">{words.password.none}</p>
        </section>
      )}
    </>
  )
}

function SignInAgain() {
  return (
    <Notice>
      <p>{accountRefusalText({ type: 'SignedOut' })}</p>
      <Link className="govuk-link" to="/sign-in">
        {words.again}
      </Link>
    </Notice>
  )
}
