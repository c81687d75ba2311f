/**
 * Properties are tried on the same cases in every `npm test`, so that a run says something of the change and not of chance;
 * `npm run test:long` tries new ones each time.
 */
import fc from 'fast-check'

if (!process.env.PLUMBLINE_LONG) fc.configureGlobal({ seed: 20_261_122 })
