"""Two workbooks as people keep them, invented: contacts of agencies, and a list of the agencies."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl

DAY = datetime.datetime(2022, 8, 15)
CONTACTS = [
    ["Contacts between agencies, January to December 2022"],
    [],
    ["No", " Dari", "Ke ", "Jenis Kontak", "Tanggal", "Tingkat Keyakinan", "Jumlah Kontak", "Berkas"],
    [1, "NCB Alfa", "NCB Bravo", "telephone", DAY, "Tinggi", "1.250,5", "007"],
    [2, "ncb alfa", "Bravo National Police", "letter", "27/08/2022", "Sedang", 12, "008"],
    [3, "Embassy of Alfa in Bravo", "NCB Alf", "letter", "03/09/2022", "0,75", 3, "009"],
    [],
    ["No", "Dari", "Ke", "Jenis Kontak", "Tanggal", "Tingkat Keyakinan", "Jumlah Kontak", "Berkas"],
    [4, "Bravo Nat Police", "Embassy of Alfa in Bravo", "meeting", "September 2022", "Rendah", "0,5", "010"],
    [5, "NCB Bravo", "NCB Alfa", "telephone", "tidak diketahui", "Tinggi", None, "011"],
    [None, None, None],
]
AGENCIES = [
    ["List of agencies", None, "source: invented"],
    ["Kode", "Nama Instansi", "Singkatan", "Negara", "Jenis"],
    [1, "National Central Bureau of Alfa", "NCB Alfa", "Alfa", "bureau"],
    [2, "National Central Bureau of Bravo", "NCB Bravo", "Bravo", "bureau"],
    [3, "Bravo National Police", None, "Bravo", "police"],
    [4, "Embassy of Alfa in Bravo", "Embassy", "Alfa", "embassy"],
    [5, "Alfa Migrant Helpline", None, "Alfa", "ngo"],
]


def workbooks(folder: Path) -> tuple[Path, Path]:
    contacts, agencies = openpyxl.Workbook(), openpyxl.Workbook()
    for row in CONTACTS:
        contacts.active.append(row)
    contacts.active.merge_cells("A1:H1")
    contacts.create_sheet("Notes").append(["Nothing to see"])
    for row in AGENCIES:
        agencies.active.append(row)
    for row in range(3, 8):
        agencies.active.cell(row, 1).number_format = "000"
    contacts.save(folder / "contacts.xlsx")
    agencies.save(folder / "agencies.xlsx")
    return folder / "contacts.xlsx", folder / "agencies.xlsx"
