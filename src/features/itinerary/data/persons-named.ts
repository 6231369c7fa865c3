/** The columns in which this room names persons it still needs; who stands in none may be forgotten. */
export const personsNamed = [
  'itinerary_deliveries.person_id',
  'reminder_fires.person_id',
  'pending_changes.person_id',
  'known_travellers.person_id',
  'change_watchers.person_id',
  'reminder_wishes.person_id',
  'rehearsals.person_id',
  'item_drafts.person_id',
  'rule_drafts.person_id',
  'calendar_links.person_id',
  'calendar_entries.person_id',
  'attendances.by_person_id',
  'roll_call_cards.person_id',
  'day_files.person_id',
  'day_cards.person_id',
] as const
