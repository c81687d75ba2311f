/** Words of what helps an auditor get better at it: exemplars, own phrases, own criteria, time taken, the first audit. */
import { pick } from './locale'

export const learning = pick({
  en: {
    exemplar: {
      label: 'For example, from a fictional plan:',
      why: (why: string) => `Why: ${why}`,
    },
  },
})
