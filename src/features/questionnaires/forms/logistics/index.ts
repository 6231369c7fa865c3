import { finishedForm } from '../finished-form.ts'
import { note, say, together } from '../rows.ts'
import { emergency } from './emergency.ts'
import { journey } from './journey.ts'
import { passport } from './passport.ts'
import { schengenDays } from './schengen-days.ts'
import { stay } from './stay.ts'
import { visa } from './visa.ts'

/** What is needed for travelling, asked of those who have been approved. */
export const logistics = finishedForm({
  id: 'logistics',
  title: say('Seyahat bilgileri', 'Travel details', 'Datos del viaje', 'Informations de voyage'),
  settings: { heyet_purpose: 'logistics', heyet_scope: 'person' },
  part: ({ trip }) =>
    together(
      note(
        'welcome',
        say(
          'Yolculuğunuzu hazırlamak için birkaç soru. Pasaport numaranızı ve doğum tarihinizi sormuyoruz; lütfen buraya yazmayınız.',
          'A few questions to prepare your journey. We do not ask for your passport number or your birth date; please do not write them here.',
          'Unas preguntas para preparar su viaje. No le pedimos el número de pasaporte ni la fecha de nacimiento; no los escriba aquí.',
          'Quelques questions pour préparer votre voyage. Nous ne demandons ni numéro de passeport ni date de naissance ; merci de ne pas les écrire ici.',
        ),
      ),
      schengenDays(trip),
      passport,
      visa,
      journey,
      stay,
      emergency,
    ),
})
