//! People, records, and a workshop in which bundles are taken apart and put together wrongly.

use std::io::{Read, Write};

use chrono::{DateTime, NaiveDate, Utc};
use ed25519_dalek::{Signer, SigningKey};
use farled_bundle::{
    AuditHead, BundleKind, Card, CardText, Identity, OpenError, Opened, RecordPart, SealRequest, open, seal,
};
use farled_case::{CaseId, Kind, RecordId, Section};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn now() -> DateTime<Utc> {
    "2026-11-22T12:30:15Z".parse().unwrap()
}

pub fn card(identity: &Identity, name: &str) -> Card {
    let text = CardText {
        name: name.to_owned(),
        role: "Kontaktperson".to_owned(),
        organisation: "Avhopparstödet i Påhittade".to_owned(),
    };
    identity.card(text, day("2026-01-01"), day("2027-12-31"), 1).unwrap()
}

pub fn record(kind: Kind, number: u128, text: &str) -> RecordPart {
    RecordPart {
        id: RecordId(Uuid::from_u128(number)),
        case: (kind != Kind::Party).then(|| CaseId(Uuid::from_u128(1))),
        kind,
        value: json!({ "id": Uuid::from_u128(number), "text": text }),
        document: format!("document \0\u{1}{number} {text}").into_bytes(),
    }
}

/// A case, a party, a need and a note.
pub fn records() -> Vec<RecordPart> {
    vec![
        record(Kind::Case, 1, "Räven"),
        record(Kind::Party, 2, "Socialtjänsten i Påhittade"),
        record(Kind::Need, 3, "Bostad: står på ett soffgolv hos en vän, \"trångt\"\noch osäkert 🦊"),
        record(Kind::Note, 4, "Vi möttes vid ån. Han åt två våfflor."),
    ]
}

pub fn request<'a>(recipients: &'a [Card], records: &'a [RecordPart]) -> SealRequest<'a> {
    SealRequest {
        id: Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0001),
        kind: BundleKind::Share,
        recipients,
        sections: vec![Section::Notes, Section::Plan],
        records,
        erased: vec![RecordId(Uuid::from_u128(77)), RecordId(Uuid::from_u128(66))],
        sequence: 3,
        previous: Some([7; 32]),
        created_at: now(),
        expires_on: Some(day("2026-12-31")),
        audit_head: AuditHead { sequence: 41, hash: [9; 32], at: now() },
    }
}

/// A bundle from Alice to Bob.
pub struct Sealed {
    pub alice: Identity,
    pub bob: Identity,
    pub records: Vec<RecordPart>,
    pub bytes: Vec<u8>,
}

impl Sealed {
    pub fn new() -> Self {
        let (alice, bob) = (Identity::generate(), Identity::generate());
        let records = records();
        let bytes = seal(&request(&[card(&bob, "Bob")], &records), &alice).unwrap();
        Self { alice, bob, records, bytes }
    }

    pub fn workshop(&self) -> Workshop {
        Workshop::take_apart(&decrypt(&self.bytes, &self.bob))
    }

    /// Puts the workshop's bundle together, signed by Alice, and lets Bob open it.
    pub fn reopen(&self, workshop: &Workshop) -> Result<Opened, OpenError> {
        open(&encrypt(&workshop.archive(&self.alice), &[self.bob.recipient()]), &self.bob)
    }

    /// Lets Bob open an archive as it is.
    pub fn open_archive(&self, archive: &[u8]) -> Result<Opened, OpenError> {
        open(&encrypt(archive, &[self.bob.recipient()]), &self.bob)
    }
}

/// Decrypts with the age library alone.
pub fn decrypt(bundle: &[u8], identity: &Identity) -> Vec<u8> {
    let key: age::x25519::Identity = identity.age_secret_key().parse().unwrap();
    let mut plaintext = Vec::new();
    let decryptor = age::Decryptor::new_buffered(bundle).unwrap();
    decryptor.decrypt([&key as &dyn age::Identity].into_iter()).unwrap().read_to_end(&mut plaintext).unwrap();
    plaintext
}

/// Encrypts with the age library alone, as anybody can who knows a recipient.
pub fn encrypt(plaintext: &[u8], recipients: &[&str]) -> Vec<u8> {
    let keys: Vec<age::x25519::Recipient> = recipients.iter().map(|text| text.parse().unwrap()).collect();
    let encryptor =
        age::Encryptor::with_recipients(keys.iter().map(|key| key as &dyn age::Recipient)).unwrap();
    let mut output = encryptor.wrap_output(Vec::new()).unwrap();
    output.write_all(plaintext).unwrap();
    output.finish().unwrap()
}

/// Signs as this identity would, whatever the message.
pub fn sign(identity: &Identity, message: &[u8]) -> Vec<u8> {
    let secret = identity.to_secret_bytes();
    let key = SigningKey::from_bytes(secret[secret.len() - 32..].try_into().unwrap());
    key.sign(message).to_bytes().to_vec()
}

/// A bundle in its pieces, each of which can be changed.
#[derive(Clone)]
pub struct Workshop {
    pub first_line: String,
    pub manifest: Value,
    /// The length to which the manifest is filled up with spaces.
    pub manifest_length: usize,
    pub records: Vec<u8>,
    pub erased: Option<Vec<u8>>,
    pub pad: Vec<u8>,
    /// Whether the manifest's parts and padding are made to fit the pieces.
    pub honest: Honest,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Honest {
    Yes,
    No,
}

impl Workshop {
    pub fn take_apart(archive: &[u8]) -> Self {
        let entries = entries(archive);
        let content =
            |name: &str| entries.iter().find(|(entry, _)| entry == name).map(|(_, content)| content.clone());
        let manifest = String::from_utf8(content("manifest").unwrap()).unwrap();
        let (first_line, json) = manifest.split_once('\n').unwrap();
        Self {
            first_line: first_line.to_owned(),
            manifest_length: manifest.len(),
            manifest: serde_json::from_str(json).unwrap(),
            records: content("records").unwrap(),
            erased: content("erased"),
            pad: content("pad").unwrap(),
            honest: Honest::Yes,
        }
    }

    /// The manifest's bytes, as signed.
    pub fn text(&self) -> Vec<u8> {
        let mut manifest = self.manifest.clone();
        if self.honest == Honest::Yes {
            let hash = |bytes: &[u8]| {
                Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>()
            };
            let mut parts =
                vec![json!({"name": "records", "length": self.records.len(), "sha256": hash(&self.records)})];
            if let Some(erased) = &self.erased {
                parts.push(json!({"name": "erased", "length": erased.len(), "sha256": hash(erased)}));
            }
            manifest["parts"] = json!(parts);
            manifest["pad"] = json!(self.pad.len());
        }
        let mut text = format!("{}\n{}", self.first_line, serde_json::to_string_pretty(&manifest).unwrap());
        // As long as the manifest of the bundle that was taken apart, so that the padding fits.
        text.push_str(&" ".repeat(self.manifest_length.saturating_sub(text.len())));
        text.into_bytes()
    }

    /// The entries, in order, signed by this identity.
    pub fn signed_entries(&self, identity: &Identity) -> Vec<(String, Vec<u8>)> {
        let text = self.text();
        let signature = sign(identity, &text);
        let mut entries = vec![
            ("manifest".to_owned(), text),
            ("manifest.sig".to_owned(), signature),
            ("records".to_owned(), self.records.clone()),
        ];
        entries.extend(self.erased.clone().map(|erased| ("erased".to_owned(), erased)));
        entries.push(("pad".to_owned(), self.pad.clone()));
        entries
    }

    pub fn archive(&self, identity: &Identity) -> Vec<u8> {
        write_archive(&self.signed_entries(identity))
    }

    /// Makes the padding as long as the rest needs: the archive gets the floor's length.
    pub fn fit_padding(&mut self, identity: &Identity) {
        self.pad.clear();
        let length = self.archive(identity).len();
        self.pad = vec![0; 65_536_usize.checked_sub(length).expect("a small bundle")];
    }
}

/// Reads an archive with another implementation than ours.
pub fn entries(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    tar::Archive::new(archive)
        .entries()
        .unwrap()
        .map(|entry| {
            let mut entry = entry.unwrap();
            let name = entry.path().unwrap().to_str().unwrap().to_owned();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            (name, content)
        })
        .collect()
}

/// Writes an archive in the bundle's own form, whatever its names.
pub fn write_archive(entries: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = Vec::new();
    for (name, content) in entries {
        push_entry(&mut archive, name, b'0', content.len() as u64, content);
    }
    archive.resize(archive.len() + 1_024, 0);
    archive
}

/// Writes an entry of any name, kind and stated length.
pub fn push_entry(archive: &mut Vec<u8>, name: &str, kind: u8, length: u64, content: &[u8]) {
    let mut header = [0_u8; 512];
    let fields: [(usize, &[u8]); 9] = [
        (0, name.as_bytes()),
        (100, b"0000600\0"),
        (108, b"0000000\x000000000\0"),
        (124, &format!("{length:011o}\0").into_bytes()),
        (136, b"00000000000\0"),
        (148, b"        "),
        (156, &[kind]),
        (257, b"ustar\x0000"),
        (329, b"0000000\x000000000\0"),
    ];
    for (at, bytes) in fields {
        header[at..at + bytes.len()].copy_from_slice(bytes);
    }
    let sum: u32 = header.iter().map(|&byte| u32::from(byte)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    archive.extend_from_slice(&header);
    archive.extend_from_slice(content);
    archive.resize(archive.len().next_multiple_of(512), 0);
}

/// Small random numbers, the same every day (xorshift64*, Vigna 2016).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit
    }
}
