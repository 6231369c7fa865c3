import { foldForSearch } from '../../../shared/search-folding.ts'
import type { Country } from '../../../shared/countries.ts'

/** Cities that no time zone is named after, where the delegations come from and go to; folded, per country. */
export const cityZones: Partial<Record<Country, Readonly<Record<string, string>>>> = {
  ES: {
    ...zoneFor(
      'Europe/Madrid',
      'Barcelona|Valencia|Sevilla|Zaragoza|Bilbao|Málaga|Murcia|Vitoria-Gasteiz|Valladolid|San Sebastián|Sabadell|Terrassa|Girona|Tarragona|Palma|Beasain|Getafe|Vigo|Gijón|Pamplona|Burgos|Santander',
    ),
    ...zoneFor(
      'Atlantic/Canary',
      'Las Palmas|Las Palmas de Gran Canaria|Tenerife|Santa Cruz de Tenerife|La Laguna',
    ),
  },
  PT: {
    ...zoneFor('Europe/Lisbon', 'Lisboa|Porto|Oporto|Braga|Coimbra|Aveiro|Guimarães'),
    ...zoneFor('Atlantic/Azores', 'Ponta Delgada|Azores|Açores'),
  },
  UA: zoneFor('Europe/Kyiv', 'Kyiv|Lviv|Odesa|Odessa|Kharkiv|Dnipro'),
  RU: zoneFor(
    'Europe/Moscow',
    'Moskva|Moskova|Moscú|Moscou|Saint Petersburg|St. Petersburg|Sankt Petersburg|Kazan',
  ),
  US: {
    ...zoneFor('America/New_York', 'Washington|Boston|Philadelphia|Atlanta|Miami|Pittsburgh'),
    ...zoneFor('America/Chicago', 'Houston|Dallas|Austin|Wichita|Minneapolis|St. Louis'),
    ...zoneFor('America/Los_Angeles', 'San Francisco|Seattle|San Diego|Portland'),
  },
  CN: zoneFor('Asia/Shanghai', 'Beijing|Pekin|Pekín|Pékin|Guangzhou|Shenzhen|Qingdao'),
  TR: zoneFor(
    'Europe/Istanbul',
    'Ankara|Eskişehir|İzmir|Sivas|Bursa|Konya|Kocaeli|Adana|Gaziantep|Kayseri|Sakarya|Denizli|Antalya|Mersin|Samsun|Trabzon',
  ),
  FR: zoneFor(
    'Europe/Paris',
    'Lyon|Marseille|Toulouse|Lille|Bordeaux|Nantes|Strasbourg|Nice|Grenoble|Saint-Étienne',
  ),
  DE: zoneFor('Europe/Berlin', 'München|Munich|Münih|Hamburg|Frankfurt|Köln|Stuttgart|Hannover|Nürnberg'),
}

function zoneFor(zone: string, names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split('|').map((name) => [foldForSearch(name), zone]))
}
