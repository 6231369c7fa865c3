import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import type { Answering } from '../actions/answering.ts'
import type { openResponse } from '../actions/open-response.ts'
import type { ClusterMedians } from '../data/results/cluster-medians.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { showResult } from './buttons.ts'
import { resultCard } from './result-card.ts'

export interface MyResultNeeds {
  filling: Answering
  opening: Pick<ReturnType<typeof openResponse>, 'isTheirs'>
  medians: ClusterMedians
}

/** What came of answers that were handed in, looked at again; beside them where the firm's cluster stands by now. */
export function myResult({ filling, opening, medians }: MyResultNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()
  composer.callbackQuery(showResult.pattern, async (chat) => {
    const { responseId } = showResult.unpack(chat.callbackQuery.data)
    const standing = await filling.standing(responseId)
    const { response } = standing
    const { personId } = chat.viewer
    const isTheirs = personId !== null && (await opening.isTheirs(response, personId))
    if (!isTheirs || response.state !== 'submitted') throw questionnaireErrors.notYours()
    const { words } = chat
    const text = await resultCard(words, standing, medians)
    chat.tell({ text: text ?? words('questionnaires:receipt.noResult') })
  })
  return composer
}
