import type { Message } from '../../../../bot/messenger.ts'
import { formatClock } from '../../../../platform/texts/dates.ts'
import { bold, joined } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import type { RollCallScene } from '../../actions/boarding/look-at-roll-call.ts'
import { isWithinReach, type Reach } from '../../actions/boarding/looks-after.ts'
import { headOf, titleOfItem } from './roll-call-letters.ts'

/** More lines do not fit into a message; the sheet of the activity has all of them. */
const most = 40

/** Who is there, since when, and how that became known, in the order in which they came. */
export function whoCameView(
  words: Words,
  scene: RollCallScene & { reach: Reach; now: Temporal.Instant },
): Message {
  const { item, expected, reach } = scene
  const came = expected
    .flatMap(({ name, bus, attendance }) =>
      attendance && isWithinReach(reach, bus) ? [{ name, ...attendance }] : [],
    )
    .sort((one, other) => Temporal.Instant.compare(one.at, other.at) || one.name.localeCompare(other.name))
  const rest = came.length - most
  return {
    text: [
      `🕑 ${bold(headOf(words, scene)).toString()}`,
      joined([titleOfItem(words, scene)]).toString(),
      '',
      ...(came.length === 0 ? [words('boarding:attendance.none')] : []),
      ...came.slice(0, most).map(({ name, at, way }) =>
        words('boarding:attendance.line', {
          name: shortenedTo(name, 50),
          time: formatClock(at.toZonedDateTimeISO(item.startZone)),
          way: words.plain(`boarding:way.${way}`),
        }),
      ),
      ...(rest > 0 ? [words('boarding:missing.more', { count: rest })] : []),
    ].join('\n'),
    isProtected: true,
  }
}
