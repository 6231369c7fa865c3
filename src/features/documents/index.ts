import { Composer } from 'grammy'
import type { Chat } from '../../bot/context.ts'
import type { DownloadFile } from '../../bot/download-file.ts'
import type { Feature } from '../../bot/feature.ts'
import type { Clock } from '../../platform/clock.ts'
import type { KeyRing } from '../../platform/crypto.ts'
import type { Database } from '../../platform/database.ts'
import type { JobIds } from '../../platform/jobs.ts'
import type { Activities } from '../activities/index.ts'
import type { People } from '../people/index.ts'
import type { Questionnaires } from '../questionnaires/index.ts'
import { changeDocument } from './actions/change-document.ts'
import { findLate } from './actions/find-late.ts'
import { findMissing } from './actions/find-missing.ts'
import { lookAtDocuments } from './actions/look-at-documents.ts'
import { matrix } from './chat/buttons.ts'
import { documentsDesk } from './chat/desk.ts'
import { documentsOnCard } from './chat/person-card.ts'
import { lateDocuments } from './chat/late.ts'
import { nudging } from './chat/nudging.ts'
import { ownDocuments } from './chat/own-documents.ts'
import { documentStore } from './data/document-store.ts'
import { documentsToCheck } from './data/documents-to-check.ts'
import { journeysKept } from './data/journeys-kept.ts'
import { documentsPersonalData } from './data/personal-data.ts'
import { lateCandidates } from './data/late-candidates.ts'
import { nudgeStore } from './data/nudge-store.ts'
import { waitStore } from './data/wait-store.ts'
import { fetchDocument } from './jobs/fetch-document.ts'

export interface DocumentsNeeds {
  database: Database
  clock: Clock
  keys: Pick<KeyRing, 'seal' | 'open' | 'sealBytes' | 'openBytes'>
  people: People
  activities: Activities
  questionnaires: Questionnaires
  download: DownloadFile
  homeTimeZone: string
  sendJob(name: string, ids: JobIds): Promise<void>
  /** Pauses what other rooms have open for this person. */
  pauseOthers(chat: Chat): Promise<void>
}

export type Documents = ReturnType<typeof documents>

/** Documents: what each needs for a trip, by which rule, until when, and how it stands. */
export function documents(needs: DocumentsNeeds) {
  const { database, clock, keys } = needs
  const store = documentStore(database, clock, keys)
  const waits = waitStore(database, clock)
  const look = lookAtDocuments({ ...needs, documents: store })
  const change = changeDocument({ ...needs, look, documents: store })
  const { chats = [], ...own } = ownDocuments({ ...needs, look, change, waits })

  const toCheck = documentsToCheck(database)
  const late = lateDocuments({
    ...needs,
    late: findLate({ ...needs, candidates: lateCandidates(database) }),
    toCheck: (reach) => toCheck(reach, look.today()),
  })

  const chat = new Composer<Chat>()
  chat.use(...chats, documentsDesk({ ...needs, look, change }), late.chat)

  const feature: Feature = {
    name: 'documents',
    ...own,
    chat,
    personCard: documentsOnCard(look),
    deskNumbers: late.deskNumbers,
    activityKeys: (words, activityId) => [
      [
        {
          text: words.plain('documents:desk.open'),
          callback_data: matrix.pack({ activityId, offset: 0 }),
        },
      ],
    ],
  }
  return {
    feature,
    /** Who lacks which document, for whoever writes to them. */
    missing: findMissing({ ...needs, look }),
    jobs: [fetchDocument({ ...needs, documents: store })],
    rounds: [nudging({ ...needs, look, nudges: nudgeStore(database) })],
    sweeps: [waits.sweep, ...store.sweeps],
    forgets: journeysKept(database),
    /** Somebody has left a trip: nothing they had sent for it is kept. */
    forgetOf: (personId: number, activityId: number) => store.forgetOf(personId, activityId),
    personalData: documentsPersonalData(database, clock, store),
    personsNamed: ['document_waits.person_id', 'document_states.by_person_id'] as const,
  }
}
