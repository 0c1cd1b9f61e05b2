"""What columns and their values are called, in English and Indonesian; the first words are the surest."""

from __future__ import annotations

__all__ = ["COUNTRIES", "NAMES", "SCALES"]

NAMES: dict[str, dict[str, str]] = {
    "ties": {
        "source": "from; sender; dari; asal; pengirim; instansi asal; requesting agency; requester; pemohon; agency 1; "
        "actor 1; party 1; party a; pihak 1; pihak pertama; instansi 1; lembaga 1; vertex 1; ego; source",
        "target": "to; receiver; recipient; ke; kepada; tujuan; penerima; instansi tujuan; requested agency; "
        "requested; termohon; agency 2; actor 2; party 2; party b; pihak 2; pihak kedua; instansi 2; lembaga 2; "
        "vertex 2; "
        "alter; "
        "target; destination",
        "relation": "relation; relationship; tie type; type of tie; relasi; hubungan; jenis hubungan; "
        "jenis kerja sama; jenis kontak; contact type; type of cooperation; cooperation; kerja sama; type; jenis",
        "since": "since; start; start date; begin; valid from; in force; in force since; sejak; mulai; tanggal mulai; "
        "berlaku sejak; mulai berlaku",
        "until": "until; end; end date; valid to; valid until; sampai; hingga; selesai; tanggal selesai; berakhir; "
        "berlaku sampai",
        "date": "date; tanggal; tgl; day; when; waktu",
        "strength": "strength; weight; frequency; contacts; number of contacts; bobot; kekuatan; frekuensi; "
        "edge weight; jumlah; jumlah kontak",
        "reliability": "reliability; confidence; certainty; probability; keandalan; keyakinan; kepercayaan; "
        "tingkat kepercayaan; tingkat keyakinan",
        "delay_days": "delay; delay days; delay (days); days; hari; lama (hari); waktu (hari); keterlambatan",
        "capacity": "capacity; kapasitas; daya tampung",
        "channel": "channel; saluran; kanal; jalur",
        "instrument": "instrument; agreement; legal basis; mou; instrumen; perjanjian; dasar hukum; dasar",
        "sources": "sources; reference; references; citation; sumber; referensi; rujukan; "
        "source of information; source",
        "note": "note; notes; remark; remarks; comment; comments; catatan; keterangan",
    },
    "actors": {
        "id": "id; code; key; kode; vertex; actor id; kode instansi",
        "name": "name; agency; organisation; organization; institution; actor; body; nama; instansi; lembaga; "
        "nama instansi; nama lembaga; full name",
        "short": "short; short name; abbreviation; acronym; singkatan; akronim",
        "kind": "kind; type; category; jenis; kategori; tipe; jenis instansi",
        "country": "country; iso3; iso 3; state; negara",
        "parent": "parent; part of; reports to; induk; atasan; instansi induk",
        "sources": "sources; source; reference; references; sumber; referensi; rujukan",
        "note": "note; notes; remark; remarks; comment; comments; catatan; keterangan",
    },
}

# Scales in words: what they are taken for until somebody says better.
SCALES = {
    "very high": 0.95,
    "sangat tinggi": 0.95,
    "high": 0.9,
    "tinggi": 0.9,
    "medium": 0.6,
    "moderate": 0.6,
    "sedang": 0.6,
    "low": 0.3,
    "rendah": 0.3,
    "very low": 0.1,
    "sangat rendah": 0.1,
}

COUNTRIES = {
    "indonesia": "IDN",
    "cambodia": "KHM",
    "kamboja": "KHM",
    "malaysia": "MYS",
    "singapore": "SGP",
    "singapura": "SGP",
    "thailand": "THA",
    "viet nam": "VNM",
    "vietnam": "VNM",
    "lao pdr": "LAO",
    "laos": "LAO",
    "myanmar": "MMR",
    "philippines": "PHL",
    "filipina": "PHL",
    "brunei": "BRN",
    "brunei darussalam": "BRN",
    "timor leste": "TLS",
    "china": "CHN",
    "tiongkok": "CHN",
    "australia": "AUS",
}
