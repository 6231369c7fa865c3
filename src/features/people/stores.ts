import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { auditStore } from './data/audit-store.ts'
import { controllerStore } from './data/controller-store.ts'
import { firmInvitationStore } from './data/firm-invitation-store.ts'
import { firmStore } from './data/firm-store.ts'
import { memberStore } from './data/member-store.ts'
import { moveStore } from './data/move-store.ts'
import { personStore } from './data/person-store.ts'
import { questionStore } from './data/question-store.ts'
import { roleStore } from './data/role-store.ts'

/** What the room keeps. */
export const openStores = (database: Database, clock: Clock) => ({
  persons: personStore(database, clock),
  firms: firmStore(database, clock),
  members: memberStore(database, clock),
  invitations: firmInvitationStore(database, clock),
  roles: roleStore(database, clock),
  audit: auditStore(database, clock),
  controllers: controllerStore(database, clock),
  openQuestions: questionStore(database, clock),
  moves: moveStore(database, clock),
})
