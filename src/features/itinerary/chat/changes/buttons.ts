import { button } from '../../../../bot/callback-data.ts'

/** The coordinators' card of the latest changes, as it stands now. */
export const refreshCard = button('i.changes', { activityId: 'number' })
/** Asks those who have not said that they have seen a change. */
export const askAgain = button('i.askagain', { activityId: 'number' })
