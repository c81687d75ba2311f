/** What stands before the title of every page in the browser's tab, so that a tab is told from others; '' for nothing. */
import { createContext } from 'react'

export const TitleMark = createContext('')
