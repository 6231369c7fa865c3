import type { DocumentMessage } from '../../../bot/messenger.ts'
import { writeSpreadsheet } from '../../../platform/spreadsheets/index.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { titleOf } from '../../activities/index.ts'
import type { LookedAt } from '../actions/look-at-documents.ts'
import { titleOfLine } from './lines.ts'

/** People × documents as a spreadsheet, in the order of the screen. */
export async function tableFile(
  words: Words,
  { activity, rules, people }: LookedAt,
): Promise<DocumentMessage> {
  return {
    name: `${activity.code} ${words.plain('documents:desk.tableName')}.xlsx`,
    content: await writeSpreadsheet([
      {
        name: words.plain('documents:desk.tableName'),
        isLandscape: true,
        columns: [
          { header: words.plain('documents:columns.name'), width: 28 },
          { header: words.plain('documents:columns.firm'), width: 30 },
          { header: words.plain('documents:columns.renewBy'), width: 18 },
          ...rules.map((rule) => ({ header: titleOfLine(words, activity, { rule }), width: 22 })),
        ],
        rows: people.map(({ traveller, lines, renewBy }) => ({
          values: [
            traveller.name,
            traveller.firmName,
            renewBy ? { date: renewBy.toString() } : null,
            ...rules.map(({ code }) => {
              const line = lines.find(({ rule }) => rule.code === code)
              if (!line) return words.plain('documents:state.not_required')
              return words.plain(`documents:state.${line.applies === 'unknown' ? 'unknown' : line.state}`)
            }),
          ],
        })),
      },
    ]),
    caption: words('documents:desk.tableCaption', {
      title: titleOf(activity, words.language),
      count: people.length,
    }),
  }
}
