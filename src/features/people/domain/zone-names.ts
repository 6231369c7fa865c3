import { languages, type Language } from '../../../shared/localized-text.ts'

/**
 * What the cities of zones are called, where that is not the same in all four languages: those that Heyet offers by
 * itself, and the capitals. The data of ICU have countries and regions in place of them ("CET", "heure : Belgique").
 */
const rows = `
tr, en, es, fr
Abidjan: Abidjan, Abidjan, Abiyán, Abidjan
Addis Ababa: Addis Ababa, Addis Ababa, Adís Abeba, Addis-Abeba
Algiers: Cezayir, Algiers, Argel, Alger
Almaty: Almatı, Almaty, Almaty, Almaty
Amman: Amman, Amman, Amán, Amman
Amsterdam: Amsterdam, Amsterdam, Ámsterdam, Amsterdam
Anadyr: Anadır, Anadyr, Anádyr, Anadyr
Ashgabat: Aşkabat, Ashgabat, Asjabad, Achgabat
Asuncion: Asunción, Asunción, Asunción, Asuncion
Athens: Atina, Athens, Atenas, Athènes
Azores: Azorlar, Azores, Azores, Açores
Baghdad: Bağdat, Baghdad, Bagdad, Bagdad
Bahrain: Bahreyn, Bahrain, Baréin, Bahreïn
Baku: Bakü, Baku, Bakú, Bakou
Beirut: Beyrut, Beirut, Beirut, Beyrouth
Belgrade: Belgrad, Belgrade, Belgrado, Belgrade
Bishkek: Bişkek, Bishkek, Biskek, Bichkek
Bogota: Bogota, Bogotá, Bogotá, Bogota
Brussels: Brüksel, Brussels, Bruselas, Bruxelles
Bucharest: Bükreş, Bucharest, Bucarest, Bucarest
Budapest: Budapeşte, Budapest, Budapest, Budapest
Cairo: Kahire, Cairo, El Cairo, Le Caire
Canary: Kanarya Adaları, Canary Islands, Islas Canarias, Îles Canaries
Cancun: Cancún, Cancún, Cancún, Cancún
Casablanca: Kazablanka, Casablanca, Casablanca, Casablanca
Ceuta: Septe, Ceuta, Ceuta, Ceuta
Chatham: Chatham Adaları, Chatham Islands, Islas Chatham, Îles Chatham
Chisinau: Kişinev, Chișinău, Chisináu, Chisinau
Chita: Çita, Chita, Chitá, Tchita
Ciudad Juarez: Ciudad Juárez, Ciudad Juárez, Ciudad Juárez, Ciudad Juárez
Copenhagen: Kopenhag, Copenhagen, Copenhague, Copenhague
Damascus: Şam, Damascus, Damasco, Damas
Dhaka: Dakka, Dhaka, Daca, Dacca
Dubai: Dubai, Dubai, Dubái, Dubaï
Dublin: Dublin, Dublin, Dublín, Dublin
Dushanbe: Duşanbe, Dushanbe, Dusambé, Douchanbé
Easter: Paskalya Adası, Easter Island, Isla de Pascua, Île de Pâques
Galapagos: Galapagos Adaları, Galápagos Islands, Islas Galápagos, Îles Galápagos
Hanoi: Hanoi, Hanoi, Hanói, Hanoï
Havana: Havana, Havana, La Habana, La Havane
Ho Chi Minh: Ho Chi Minh, Ho Chi Minh City, Ciudad Ho Chi Minh, Hô Chi Minh-Ville
Irkutsk: İrkutsk, Irkutsk, Irkutsk, Irkoutsk
Istanbul: İstanbul, Istanbul, Estambul, Istanbul
Jakarta: Cakarta, Jakarta, Yakarta, Jakarta
Jerusalem: Kudüs, Jerusalem, Jerusalén, Jérusalem
Johannesburg: Johannesburg, Johannesburg, Johannesburgo, Johannesbourg
Kabul: Kabil, Kabul, Kabul, Kaboul
Karachi: Karaçi, Karachi, Karachi, Karachi
Kathmandu: Katmandu, Kathmandu, Katmandú, Katmandou
Khartoum: Hartum, Khartoum, Jartum, Khartoum
Kinshasa: Kinşasa, Kinshasa, Kinsasa, Kinshasa
Kolkata: Kalküta, Kolkata, Calcuta, Calcutta
Kuwait: Kuveyt, Kuwait, Kuwait, Koweït
Kyiv: Kiev, Kyiv, Kiev, Kiev
Lisbon: Lizbon, Lisbon, Lisboa, Lisbonne
Ljubljana: Ljubljana, Ljubljana, Liubliana, Ljubljana
London: Londra, London, Londres, Londres
Los Angeles: Los Angeles, Los Angeles, Los Ángeles, Los Angeles
Lubumbashi: Lubumbaşi, Lubumbashi, Lubumbashi, Lubumbashi
Luxembourg: Lüksemburg, Luxembourg, Luxemburgo, Luxembourg
Magadan: Magadan, Magadan, Magadán, Magadan
Manila: Manila, Manila, Manila, Manille
Makassar: Makassar, Makassar, Macasar, Macassar
Mexico City: Meksiko, Mexico City, Ciudad de México, Mexico
Monaco: Monako, Monaco, Mónaco, Monaco
Moscow: Moskova, Moscow, Moscú, Moscou
Muscat: Maskat, Muscat, Mascate, Mascate
New York: New York, New York, Nueva York, New York
Nicosia: Lefkoşa, Nicosia, Nicosia, Nicosie
Novosibirsk: Novosibirsk, Novosibirsk, Novosibirsk, Novossibirsk
Panama: Panama, Panama, Panamá, Panama
Paris: Paris, Paris, París, Paris
Prague: Prag, Prague, Praga, Prague
Qatar: Katar, Qatar, Catar, Qatar
Reykjavik: Reykjavik, Reykjavik, Reikiavik, Reykjavik
Riyadh: Riyad, Riyadh, Riad, Riyad
Rome: Roma, Rome, Roma, Rome
San Marino: San Marino, San Marino, San Marino, Saint-Marin
Sao Paulo: São Paulo, São Paulo, São Paulo, São Paulo
Sarajevo: Saraybosna, Sarajevo, Sarajevo, Sarajevo
Seoul: Seul, Seoul, Seúl, Séoul
Shanghai: Şanghay, Shanghai, Shanghái, Shanghai
Simferopol: Akmescit, Simferopol, Simferópol, Simferopol
Singapore: Singapur, Singapore, Singapur, Singapour
Skopje: Üsküp, Skopje, Skopie, Skopje
Sofia: Sofya, Sofia, Sofía, Sofia
St Johns: St. John’s, St. John’s, San Juan de Terranova, Saint-Jean de Terre-Neuve
Stockholm: Stockholm, Stockholm, Estocolmo, Stockholm
Sydney: Sidney, Sydney, Sídney, Sydney
Tallinn: Tallinn, Tallinn, Tallin, Tallinn
Tashkent: Taşkent, Tashkent, Taskent, Tachkent
Tbilisi: Tiflis, Tbilisi, Tiflis, Tbilissi
Tehran: Tahran, Tehran, Teherán, Téhéran
Tirane: Tiran, Tirana, Tirana, Tirana
Tokyo: Tokyo, Tokyo, Tokio, Tokyo
Tripoli: Trablus, Tripoli, Trípoli, Tripoli
Tunis: Tunus, Tunis, Túnez, Tunis
Ulaanbaatar: Ulan Batur, Ulaanbaatar, Ulán Bator, Oulan-Bator
Urumqi: Urumçi, Ürümqi, Urumchi, Ürümqi
Vatican: Vatikan, Vatican City, Ciudad del Vaticano, Vatican
Vienna: Viyana, Vienna, Viena, Vienne
Vilnius: Vilnius, Vilnius, Vilna, Vilnius
Warsaw: Varşova, Warsaw, Varsovia, Varsovie
Yekaterinburg: Yekaterinburg, Yekaterinburg, Ekaterimburgo, Iekaterinbourg
Yerevan: Erivan, Yerevan, Ereván, Erevan
Zurich: Zürih, Zurich, Zúrich, Zurich`

const named = new Map(
  rows
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [city = '', names = ''] = row.split(': ')
      return [city, names.split(', ')] as const
    }),
)

/** The city in a zone's own name: "New York". */
export const cityInZone = (timeZone: string): string =>
  timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ')

/** What a zone is called among people: by its city, in their language. */
export const cityOfZone = (timeZone: string, language: Language): string =>
  named.get(cityInZone(timeZone))?.[languages.indexOf(language)] ?? cityInZone(timeZone)

/** Everything the city of a zone is called. */
export const citiesOfZone = (timeZone: string): readonly string[] => [
  cityInZone(timeZone),
  ...(named.get(cityInZone(timeZone)) ?? []),
]
