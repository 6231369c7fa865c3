import { button } from '../../../../bot/callback-data.ts'

/** The coordinators' card of the latest changes, as it stands now. */
export const refreshCard = button('i.changes', { activityId: 'number' })
/** The same, for whoever asks to see it: from here on they follow it. */
export const openCard = button('i.changescard', { activityId: 'number' })
/** On the desk: the activities whose latest change somebody has not seen. */
export const unseenList = button('i.unseen')
/** Asks those who have not said that they have seen a change. */
export const askAgain = button('i.askagain', { activityId: 'number' })
