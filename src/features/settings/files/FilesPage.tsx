/** Work that travels as a sealed file: saving it here, and bringing a file in. */
import { Link } from 'react-router'
import { useHere } from '../../../store/hooks'
import { today } from '../../../store/ids'
import { soloFile, waitingFile } from '../../../store/work-file'
import { useSyncStatus } from '../../../sync/status'
import { sealForm, workFiles as words } from '../../../text/work-files'
import { Page } from '../../../ui/Page'
import { SealForm } from '../../../ui/SealForm'
import type { People } from '../use-people'
import { BringIn } from './BringIn'

export function FilesPage({ people }: { readonly people: People }) {
  const { device } = useHere()
  return (
    <Page title={words.title} narrow>
      <p>
        <Link className="govuk-back-link" to="/settings">
          {words.back}
        </Link>
      </p>
      <p className="govuk-body-l">{words.intro}</p>
      {device.isJoined ? <SaveWaiting /> : <SaveSolo />}
      <section aria-labelledby="open">
        <h2 className="govuk-heading-m" id="open">
          {words.open.title}
        </h2>
        {device.isJoined ? <BringIn people={people} /> : <p className="govuk-body">{words.open.onlyJoined}</p>}
      </section>
    </Page>
  )
}

function SaveSolo() {
  const { device, session } = useHere()
  return (
    <section aria-labelledby="save">
      <h2 className="govuk-heading-m" id="save">
        {words.saveSolo.title}
      </h2>
      <p className="govuk-body">{words.saveSolo.body}</p>
      <SealForm
        id="soloPassphrase"
        action={words.saveSolo.action}
        fileName={words.fileName('solo', today())}
        make={(passphrase) => soloFile(device, session, passphrase)}
        words={sealForm}
      />
    </section>
  )
}

function SaveWaiting() {
  const { device, session } = useHere()
  const waiting = useSyncStatus((state) => state.waiting)
  return (
    <section aria-labelledby="save">
      <h2 className="govuk-heading-m" id="save">
        {words.saveWaiting.title}
      </h2>
      {waiting === 0 ? (
        <p className="govuk-body">{words.saveWaiting.nothing}</p>
      ) : (
        <>
          <p className="govuk-body">{words.saveWaiting.body(waiting)}</p>
          <SealForm
            id="waitingPassphrase"
            action={words.saveWaiting.action}
            fileName={words.fileName('waiting', today())}
            make={(passphrase) => waitingFile(device, session, passphrase)}
            words={sealForm}
          />
        </>
      )}
    </section>
  )
}
