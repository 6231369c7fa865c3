import type { Message } from '../../../../../bot/messenger.ts'
import { pageKeys } from '../../../../../bot/page-keys.ts'
import type { Words } from '../../../../../platform/texts/words.ts'
import type { Unreachable } from '../../../data/requests/request-progress.ts'
import type { RequestStage } from '../../../domain/nudges.ts'
import * as buttons from '../../desk-buttons.ts'
import { backTo } from './asking-views.ts'

export interface RestScene {
  questionnaireId: number
  rows: readonly { name: string; firm: string | null; stage: RequestStage }[]
  offset: number
  limit: number
  total: number
}

/** Who has been asked and has not handed in. */
export const restView = (words: Words, scene: RestScene): Message => ({
  text: [
    words('formdesk:rest.title', { count: scene.total }),
    scene.rows
      .map(({ name, firm, stage }) =>
        words('formdesk:rest.line', {
          name: named(words, { name, firm }),
          stage: words.plain(`formdesk:rest.stage.${stage}`),
        }),
      )
      .join('\n'),
  ].join('\n\n'),
  keyboard: [
    ...pageKeys(words, scene, (offset) =>
      buttons.whoHasNot.pack({ questionnaireId: scene.questionnaireId, offset }),
    ),
    backTo(words, scene.questionnaireId),
  ],
})

export interface UnreachableScene extends Omit<RestScene, 'rows'> {
  rows: readonly Unreachable[]
}

/** Whom no phone reaches, why, and what can be done. */
export const unreachableView = (words: Words, scene: UnreachableScene): Message => ({
  text: [
    words('formdesk:unreachable.title', { count: scene.total }),
    scene.rows
      .map((row) => words(`formdesk:unreachable.${row.because}`, { name: named(words, row) }))
      .join('\n'),
    words('formdesk:unreachable.what'),
  ].join('\n\n'),
  keyboard: [
    ...pageKeys(words, scene, (offset) =>
      buttons.whoIsUnreachable.pack({ questionnaireId: scene.questionnaireId, offset }),
    ),
    backTo(words, scene.questionnaireId),
  ],
})

/** "Ayşe Yılmaz, Çelik A.Ş." */
export const named = (words: Words, { name, firm }: { name: string; firm: string | null }): string =>
  [name || words.plain('formdesk:rest.nameless'), firm].filter(Boolean).join(', ')
