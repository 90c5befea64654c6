/** What the inflection library of kro knows of English, as data: https://github.com/gobuffalo/flect, v1.0.3 */

/** `singular/plural`, with another plural after it that is known too. `!`: as a whole word only. `>`: the plural is none that is recognised. Later words win. */
export const irregular =
  'aircraft/aircraft beef/beef/beefs bison/bison blues/blues> chassis/chassis deer/deer fish/fish/fishes ' +
  'moose/moose police/police salmon/salmon/salmons series/series sheep/sheep shrimp/shrimp/shrimps ' +
  'species/species swine/swine/swines trout/trout/trouts tuna/tuna/tunas you/you child/children ox/oxen! ' +
  'foot/feet goose/geese man/men human/humans louse/lice! mouse/mice tooth/teeth woman/women die/dice! ' +
  'person/people adieu/adieux/adieus fabliau/fabliaux bureau/bureaus/bureaux criterion/criteria ' +
  'ganglion/ganglia/ganglions lexicon/lexica/lexicons mitochondrion/mitochondria/mitochondrions ' +
  'noumenon/noumena phenomenon/phenomena taxon/taxa media/media medium/media/mediums> stadium/stadiums/stadia ' +
  'aquarium/aquaria/aquariums auditorium/auditoria/auditoriums symposium/symposia/symposiums ' +
  'curriculum/curriculums/curricula quota/quotas alumnus/alumni/alumnuses bacillus/bacilli ' +
  'cactus/cacti/cactuses coccus/cocci focus/foci/focuses locus/loci/locuses nucleus/nuclei/nucleuses ' +
  'octopus/octupuses/octopi radius/radii/radiuses syllabus/syllabi corpus/corpora/corpuses genus/genera ' +
  'alumna/alumnae vertebra/vertebrae differentia/differentiae minutia/minutiae vita/vitae larva/larvae ' +
  'postcava/postcavae praecava/praecavae uva/uvae apex/apices/apexes codex/codices/codexes ' +
  'index/indices/indexes latex/latices/latexes vertex/vertices/vertexes vortex/vortices/vortexes ' +
  'appendix/appendices/appendixes radix/radices/radixes helix/helices/helixes axis/axes! crisis/crises ' +
  'ellipsis/ellipses> genesis/geneses oasis/oases thesis/theses testis/testes base/bases basis/bases> ' +
  'alias/aliases! vedalia/vedalias use/uses! abuse/abuses cause/causes clause/clauses cruse/cruses ' +
  'excuse/excuses fuse/fuses house/houses misuse/misuses muse/muses pause/pauses ache/aches topaz/topazes ' +
  'buffalo/buffaloes/buffalos potato/potatoes tomato/tomatoes equipment/equipment information/information ' +
  'jeans/jeans money/money news/news rice/rice dwarf/dwarfs/dwarves hoof/hoofs/hooves thief/thieves ' +
  'chive/chives hive/hives move/moves movie/movies cookie/cookies pretorium/pretoriums agenda/agendas ' +
  'formula/formulas/formulae shoe/shoes toe/toes! graffiti/graffiti ID/IDs!';
/** `ending/its plural`: the first that fits. */
export const endings =
  'tive/tives eaf/eaves oaf/oaves afe/aves arf/arves rfe/rves rf/rves lf/lves fe/ves ay/ays ey/eys oy/oys ' +
  'quy/quies uy/uys y/ies eau/eaux bula/bulae dula/bulae lula/bulae nula/bulae vula/bulae hedron/hedra ium/ia ' +
  'seum/seums eum/ea oum/oa stracum/straca dum/da elum/ela ilum/ila olum/ola ulum/ula llum/lla ylum/yla ' +
  'imum/ima ernum/erna gnum/gna brum/bra crum/cra terum/tera serum/sera trum/tra antum/anta atum/ata entum/enta ' +
  'etum/eta itum/ita otum/ota utum/uta ctum/cta ovum/ova trix/trices iasis/iases mesis/meses kinesis/kineses ' +
  'resis/reses gnosis/gnoses opsis/opses ysis/yses ouse/ouses lause/lauses us/uses ch/ches io/ios sh/shes ' +
  'ss/sses ez/ezzes iz/izzes tz/tzes zz/zzes ano/anos lo/los to/tos oo/oos o/oes x/xes S/Ses';
/** Names in which capitals are expected. */
export const acronyms =
  'ok utf8 html json jwt id uuid sql ack acl adsl aes ansi api arp atm bgp bss ccitt chap cidr cir cli cpe cpu ' +
  'crc crt csma cmos dce dec des dhcp dns dram dsl dslam dte dmi eha eia eigrp eof ess fcc fcs fddi ftp gbic ' +
  'gepof hdlc http https iana icmp idf ids ieee ietf imap ip ips isdn isp lacp lan lapb lapf llc mac mc mdf mib ' +
  'mpls mtu nac nat nbma nic nrz nrzi nvram osi ospf oui pap pat pc pim pcm pdu pop3 pots ppp pptp ptt pvst ram ' +
  'rarp rfc rip rll rom rstp rtp rcp sdlc sfd sfp slarp slip smtp sna snap snmp sof sram ssh ssid stp syn tdm ' +
  'tftp tia tofu udp url uri usb utp vc vlan vlsm vpn w3c wan wep wpa www';
