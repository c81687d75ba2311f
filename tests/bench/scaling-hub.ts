/** What `scaling.mjs` needs of the hub, built for Node in one piece. */
export { openHubDb } from '../../src/hub/db/open'
export { fillFirst, repeatArea, repeatYears } from './scaling-fill'
export {
  hubOf,
  indexesOf,
  measureBeside,
  measureFloor,
  measurePulls,
  measurePushes,
  measureTogether,
  sizesOf,
} from './scaling-measure'
