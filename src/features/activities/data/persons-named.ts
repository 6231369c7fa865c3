/** The columns in which this room names persons it still needs; who stands in none may be forgotten. */
export const personsNamed = [
  'applications.person_id',
  'applications.filled_by',
  'activity_drafts.person_id',
  'uploads.person_id',
  'rejection_notes.person_id',
  'hand_entries.person_id',
  'hand_messages.told_by',
  'person_notes.person_id',
  'person_notes.author_id',
  'sending_back.person_id',
  'application_searches.person_id',
  'staged_decisions.by_person_id',
  'announcements.by_person_id',
  'marked_applications.person_id',
] as const
