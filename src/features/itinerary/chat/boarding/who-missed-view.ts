import type { Message } from '../../../../bot/messenger.ts'
import { pageAt, pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import { bold } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { personRow } from '../../../activities/index.ts'
import { missingOf, type RollCallScene } from '../../actions/boarding/look-at-roll-call.ts'
import * as buttons from './buttons.ts'
import { headOf, missingLines } from './roll-call-letters.ts'

/** Who was not there when it left: whom to call, and the way to their card, where it is noted that they did not come. */
export function whoMissedView(
  words: Words,
  scene: RollCallScene & { now: Temporal.Instant },
  from: number,
): Message {
  const { id: itemId } = scene.item
  const missing = missingOf(scene.expected)
  const offset = pageAt(from, missing.length)
  const page = missing.slice(offset, offset + pageSize)
  return {
    text: [
      `🚷 ${bold(headOf(words, scene)).toString()}`,
      ...(missing.length === 0
        ? [words('boarding:card.complete')]
        : [
            missingLines(words, page, pageSize),
            words('boarding:missed.how', { button: words.plain('life:noShow.mark') }),
          ]),
    ].join('\n\n'),
    keyboard: [
      ...page.map(({ applicationId, name }) => personRow(shortenedTo(name, 50), applicationId)),
      ...pageKeys(words, { offset, limit: pageSize, total: missing.length }, (to) =>
        buttons.whoMissed.pack({ itemId, offset: to }),
      ),
    ],
    isProtected: true,
  }
}
