/** What `hub.mjs` needs of the hub, built for Node in one piece. */
export { openHubDb } from '../../src/hub/db/open'
export { fillDrafts, fillSettled, hubOf, opOf, recordsOf } from './hub-fill'
export { createFloor } from './hub-floor'
