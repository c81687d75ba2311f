/** On a device that works alone at an address that a hub serves: the way to it. */
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { aboutHub } from '../../sync/accounts'
import { settings } from '../../text/settings'

const PATIENCE_MS = 4_000

export function JoinHub() {
  const words = settings.area
  const [isThere, setThere] = useState(false)
  useEffect(() => {
    let isWanted = true
    void aboutHub(PATIENCE_MS).then((about) => {
      if (isWanted) setThere(about.ok && !about.value.needsSetUp)
    })
    return () => {
      isWanted = false
    }
  }, [])
  if (!isThere) return null
  return (
    <p className="govuk-body">
      {words.hub}{' '}
      <Link className="govuk-link" to="/sign-in">
        {words.signIn}
      </Link>
    </p>
  )
}
