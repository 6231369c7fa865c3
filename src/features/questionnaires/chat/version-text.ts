import { shortenedTo } from '../../../shared/clean-text.ts'

/** The version of a form; one that names none has one all the same. */
export const versionText = (version: string): string => (version === '' ? '–' : shortenedTo(version, 40))
