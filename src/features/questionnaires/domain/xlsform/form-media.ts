import type { Media } from '../form.ts'
import type { FormRow, Prose } from './form-table.ts'
import { inLanguages, type TextNeeds } from './form-texts.ts'
import { cutAtReferences } from './references.ts'

const mediaKinds = ['image', 'audio', 'video'] as const

/** The pictures, sounds and films of a row by the name of their file. */
export function readMedia(
  row: FormRow,
  here: string,
  { languages, report, read }: Pick<TextNeeds, 'languages' | 'report' | 'read'>,
): Media | undefined {
  const media = Object.fromEntries(
    mediaKinds.flatMap((kind) => {
      const files = inLanguages(row.prose(kind), languages)
      for (const file of files.values()) {
        checkReferences(file)
        reportFile(file)
      }
      return files.size > 0 ? [[kind, filesOf(files)] as const] : []
    }),
  )
  if (row.prose('big-image').length > 0 && !('image' in media))
    report('E_MEDIA_INVALID', row.place('big-image'), row.prose('big-image')[0]?.text)
  return Object.keys(media).length > 0 ? media : undefined

  /** Which file the form promises; whoever knows what was sent along takes it back. */
  function reportFile({ text, row: number, column }: Prose): void {
    if (text !== '-') report('W_MEDIA_MISSING', { row: number, column }, text, { count: 1, file: text })
  }

  /** A name that depends on an answer is of no use here; one that leads nowhere is a slip. */
  function checkReferences({ text, row: number, column }: Prose): void {
    for (const piece of cutAtReferences(text))
      if (piece.kind === 'reference') read(`\${${piece.name}}`, { row: number, column, here })
      else if (piece.kind === 'broken')
        report('E_REF_SYNTAX', { row: number, column }, text, { part: piece.text })
  }
}

const filesOf = (files: ReadonlyMap<string, Prose>) =>
  Object.fromEntries([...files].map(([language, { text }]) => [language, text]))
