import type { SealedWords } from '../../../platform/sealed-words.ts'
import type { Questionnaire, QuestionnaireState, Response, ResponseState } from '../domain/questionnaire.ts'
import type { responses } from './response-tables.ts'
import type { questionnaires } from './tables.ts'

type Row = typeof questionnaires.$inferSelect

export const asQuestionnaire = ({
  activityId: _activityId,
  lastNumber: _lastNumber,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  ...row
}: Row): Questionnaire => ({
  ...row,
  state: row.state as QuestionnaireState,
  purpose: row.purpose as Questionnaire['purpose'],
  scope: row.scope as Questionnaire['scope'],
})

export const asResponse = (
  {
    calculated: _calculated,
    setAside: _setAside,
    language: _language,
    ...row
  }: typeof responses.$inferSelect,
  { open }: Pick<SealedWords, 'open'>,
): Response => ({
  ...row,
  pending: open(row.pending),
  state: row.state as ResponseState,
  source: row.source as Response['source'],
})
