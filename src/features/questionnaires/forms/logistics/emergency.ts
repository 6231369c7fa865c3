import { offer, selectOne } from '../choices.ts'
import { question, say, section } from '../rows.ts'

/** Whom the coordinator on duty calls. */
export const emergency = section(
  'emergency',
  {
    label: say(
      'Acil durumda aranacak kişi',
      'Emergency contact',
      'Contacto de emergencia',
      'Personne à prévenir en cas d’urgence',
    ),
  },
  question(
    'text',
    'emergency_name',
    say('Adı ve soyadı', 'Name and surname', 'Nombre y apellidos', 'Prénom et nom'),
    {
      guidance_hint: say(
        'Yalnızca acil bir durumda, nöbetçi koordinatör için.',
        'For the coordinator on duty, in an emergency only.',
        'Para la persona de guardia, solo en caso de emergencia.',
        'Pour la personne de permanence, en cas d’urgence uniquement.',
      ),
    },
  ),
  question(
    'text',
    'emergency_phone',
    say('Telefon numarası', 'Phone number', 'Número de teléfono', 'Numéro de téléphone'),
    {
      hint: say(
        'Ülke koduyla, örneğin: +90 532 000 00 00',
        'With the country code, for example: +44 7400 000 000',
        'Con el prefijo del país, por ejemplo: +34 600 000 000',
        'Avec l’indicatif du pays, par exemple : +33 6 00 00 00 00',
      ),
      constraint: "regex(., '^[+][0-9][0-9 ()-]{6,20}$')",
      constraint_message: say(
        'Lütfen ülke koduyla yazınız, örneğin: +90 532 000 00 00',
        'Please write it with the country code, for example: +44 7400 000 000',
        'Escríbalo con el prefijo del país, por ejemplo: +34 600 000 000',
        'Veuillez l’écrire avec l’indicatif du pays, par exemple : +33 6 00 00 00 00',
      ),
    },
  ),
  selectOne(
    'emergency_relation',
    say(
      'Size yakınlığı nedir?',
      'Who is this person to you?',
      '¿Qué relación tiene esta persona con usted?',
      'Quel est votre lien avec cette personne ?',
    ),
    [
      offer(
        'spouse',
        say('Eş / hayat arkadaşı', 'Spouse / partner', 'Cónyuge / pareja', 'Conjoint(e) / partenaire'),
      ),
      offer('family', say('Aileden biri', 'Family', 'Familia', 'Famille')),
      offer('friend', say('Arkadaş', 'Friend', 'Amistad', 'Ami(e)')),
      offer('colleague', say('İş arkadaşı', 'Colleague', 'Colega', 'Collègue')),
    ],
  ),
)
