//! The headers of a file's objects, read for their attributes: `rust_hdf5` reads files, and decodes each part of a header,
//! but gives neither the shape of an attribute nor numbers noted of a group.

use std::collections::HashSet;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use rust_hdf5::Hdf5Error;
use rust_hdf5::format::btree_v1::BTreeV1Node;
use rust_hdf5::format::dense_attr::read_dense_attributes;
use rust_hdf5::format::dense_link::read_dense_links;
use rust_hdf5::format::global_heap::{GlobalHeapCollection, decode_vlen_reference};
use rust_hdf5::format::local_heap::{LocalHeapHeader, local_heap_get_string};
use rust_hdf5::format::messages::attr_info::AttributeInfoMessage;
use rust_hdf5::format::messages::attribute::AttributeEntry;
use rust_hdf5::format::messages::link::{LinkMessage, LinkTarget};
use rust_hdf5::format::messages::link_info::LinkInfoMessage;
use rust_hdf5::format::object_header::ObjectHeader;
use rust_hdf5::format::superblock::{SuperblockV0V1, SuperblockV2V3, SymbolTableCache, detect_superblock_version};
use rust_hdf5::format::symbol_table::SymbolTableNode;
use rust_hdf5::format::{BlockReader, FormatContext, FormatError, FormatResult};

/// Types of messages in headers.
const LINK_INFO: u8 = 0x02;
const LINK: u8 = 0x06;
const ATTRIBUTE: u8 = 0x0C;
const CONTINUATION: u8 = 0x10;
const SYMBOL_TABLE: u8 = 0x11;
const ATTRIBUTE_INFO: u8 = 0x15;
/// The flag of a message that stands elsewhere.
const SHARED: u8 = 0x02;
/// Soft links that are followed at most, and blocks of a header or a tree.
const LINKS: usize = 40;
const BLOCKS: usize = 100_000;

/// A message of a header: its type, its flags, its bytes.
type Message = (u8, u8, Vec<u8>);

/// The file, at the level of its blocks.
pub struct Headers {
    file: File,
    /// Where addresses count from.
    base: u64,
    context: FormatContext,
    root: u64,
}

impl BlockReader for Headers {
    fn read_block(&mut self, offset: u64, len: usize) -> FormatResult<Vec<u8>> {
        let wrong = |error: std::io::Error| FormatError::InvalidData(format!("at byte {offset}: {error}"));
        let at =
            self.base.checked_add(offset).ok_or_else(|| FormatError::InvalidData("an address out of range".into()))?;
        self.file.seek(SeekFrom::Start(at)).map_err(wrong)?;
        let mut found = Vec::new();
        Read::by_ref(&mut self.file).take(len as u64).read_to_end(&mut found).map_err(wrong)?;
        Ok(found)
    }
}

fn damaged(what: &str) -> Hdf5Error {
    Hdf5Error::Format(FormatError::InvalidData(what.to_owned()))
}

/// An unsigned number of `size` bytes, the low ones first.
fn number(bytes: &[u8], at: usize, size: usize) -> Option<u64> {
    let found = bytes.get(at..at.checked_add(size)?)?;
    Some(found.iter().rev().fold(0, |sum, &byte| (sum << 8) | u64::from(byte)))
}

impl Headers {
    /// A file by its name.
    pub fn open(name: &str) -> Result<Headers, Hdf5Error> {
        let file = File::open(name)?;
        let mut made = Headers { file, base: 0, context: FormatContext { sizeof_addr: 8, sizeof_size: 8 }, root: 0 };
        // A block of the user's may stand in front: of 512 bytes, or 1,024, ...
        let begins = std::iter::once(0).chain((9..40).map(|power| 1_u64 << power));
        for base in begins {
            made.base = base;
            let block = made.read_block(0, 1024)?;
            if block.starts_with(b"\x89HDF\r\n\x1a\n") {
                made.superblock(&block)?;
                return Ok(made);
            }
            if block.is_empty() {
                break;
            }
        }
        Err(damaged("no signature"))
    }

    fn superblock(&mut self, block: &[u8]) -> Result<(), Hdf5Error> {
        if detect_superblock_version(block)? < 2 {
            let found = SuperblockV0V1::decode(block)?;
            self.context = FormatContext { sizeof_addr: found.sizeof_offsets, sizeof_size: found.sizeof_lengths };
            self.root = found.root_symbol_table_entry.obj_header_addr;
        } else {
            let found = SuperblockV2V3::decode(block)?;
            self.context = FormatContext { sizeof_addr: found.sizeof_offsets, sizeof_size: found.sizeof_lengths };
            self.root = found.root_group_object_header_address;
        }
        Ok(())
    }

    fn widths(&self) -> (usize, usize) {
        (usize::from(self.context.sizeof_addr), usize::from(self.context.sizeof_size))
    }

    /// What stands at an address: it is read again where it is longer than most.
    fn whole<T>(&mut self, address: u64, decode: impl Fn(&[u8]) -> FormatResult<T>) -> FormatResult<T> {
        match decode(&self.read_block(address, 4096)?) {
            Err(FormatError::BufferTooShort { needed, .. }) => decode(&self.read_block(address, needed)?),
            other => other,
        }
    }

    /// All messages of the object at an address, those in continuations too.
    fn messages(&mut self, address: u64) -> Result<Vec<Message>, Hdf5Error> {
        let mut block = self.read_block(address, 8192)?;
        if let Err(FormatError::BufferTooShort { needed, .. }) = ObjectHeader::decode_any(&block) {
            block = self.read_block(address, needed)?;
        }
        let (header, _) = ObjectHeader::decode_any(&block)?;
        let newer = block.starts_with(b"OHDR");
        let prefix = if !newer {
            8
        } else if header.flags & 0x04 != 0 {
            6
        } else {
            4
        };
        let mut all: Vec<Message> =
            header.messages.into_iter().map(|one| (one.msg_type, one.flags, one.data)).collect();
        let (address_size, length_size) = self.widths();
        let (mut at, mut seen) = (0, HashSet::new());
        while let Some((of, _, data)) = all.get(at) {
            at += 1;
            if *of != CONTINUATION {
                continue;
            }
            let next = number(data, 0, address_size).zip(number(data, address_size, length_size));
            let Some((next, length)) = next else { return Err(damaged("a header's continuation is too short")) };
            if !seen.insert(next) || seen.len() > BLOCKS {
                return Err(damaged("the continuations of a header go round"));
            }
            let length = usize::try_from(length).map_err(|_| damaged("a header's continuation is too long"))?;
            let block = self.read_block(next, length)?;
            if newer {
                let body = block.strip_prefix(b"OCHK").and_then(|rest| rest.get(..rest.len().saturating_sub(4)));
                packed(body.ok_or_else(|| damaged("a header's continuation does not begin as one"))?, prefix, &mut all);
            } else {
                packed(&block, prefix, &mut all);
            }
        }
        Ok(all)
    }

    /// The links of the group that has these messages.
    fn links(&mut self, messages: &[Message]) -> Result<Vec<LinkMessage>, Hdf5Error> {
        let context = self.context;
        let mut found = Vec::new();
        for (of, _, data) in messages {
            match *of {
                LINK => found.push(LinkMessage::decode(data, &context)?.0),
                LINK_INFO => {
                    let (info, _) = LinkInfoMessage::decode(data, &context)?;
                    if info.is_dense() {
                        found.extend(read_dense_links(&info, &context, self)?);
                    }
                }
                SYMBOL_TABLE => self.symbols(data, &mut found)?,
                _ => {}
            }
        }
        Ok(found)
    }

    /// The links of a group as older files have them: a tree of tables, the names in a heap.
    fn symbols(&mut self, data: &[u8], found: &mut Vec<LinkMessage>) -> Result<(), Hdf5Error> {
        let (address_size, length_size) = self.widths();
        let ends = number(data, 0, address_size).zip(number(data, address_size, address_size));
        let Some((tree, heap)) = ends else { return Err(damaged("a group's table is too short")) };
        let block = self.read_block(heap, 64)?;
        let heap = LocalHeapHeader::decode(&block, address_size, length_size)?;
        let names = self.read_block(heap.data_addr, usize::try_from(heap.data_size).unwrap_or(usize::MAX))?;
        let (mut todo, mut seen) = (vec![tree], HashSet::new());
        while let Some(address) = todo.pop() {
            if !seen.insert(address) || seen.len() > BLOCKS {
                return Err(damaged("the tree of a group goes round"));
            }
            let tree = |block: &[u8]| BTreeV1Node::decode(block, address_size, length_size, u16::MAX);
            let table = |block: &[u8]| SymbolTableNode::decode(block, address_size, length_size, u16::MAX);
            if self.read_block(address, 4)?.starts_with(b"TREE") {
                todo.extend(self.whole(address, tree)?.children);
                continue;
            }
            for entry in self.whole(address, table)?.entries {
                let name = local_heap_get_string(&names, entry.name_offset)?;
                found.push(match entry.cache {
                    SymbolTableCache::SoftLink { value_offset } => {
                        LinkMessage::soft(&name, &local_heap_get_string(&names, u64::from(value_offset))?)
                    }
                    _ => LinkMessage::hard(&name, entry.obj_header_addr),
                });
            }
        }
        Ok(())
    }

    /// The address of what a path stands for.
    fn find(&mut self, path: &str) -> Result<u64, Hdf5Error> {
        let mut todo: Vec<String> = path.split('/').rev().filter(|part| !part.is_empty()).map(str::to_owned).collect();
        let (mut at, mut followed) = (self.root, 0);
        while let Some(part) = todo.pop() {
            if part == "." {
                continue;
            }
            let messages = self.messages(at)?;
            let link = self.links(&messages)?.into_iter().find(|link| link.name == part);
            match link.map(|link| link.target) {
                Some(LinkTarget::Hard { address }) => at = address,
                Some(LinkTarget::Soft { target }) if !target.is_empty() && followed < LINKS => {
                    followed += 1;
                    if target.starts_with('/') {
                        at = self.root;
                    }
                    todo.extend(target.split('/').rev().filter(|part| !part.is_empty()).map(str::to_owned));
                }
                Some(_) => {
                    return Err(Hdf5Error::Unsupported(format!(
                        "attributes beyond the link '{part}' are not in rdask"
                    )));
                }
                None => return Err(Hdf5Error::NotFound(path.to_owned())),
            }
        }
        Ok(at)
    }

    /// The attributes of the object of a path.
    pub fn attributes(&mut self, path: &str) -> Result<Vec<AttributeEntry>, Hdf5Error> {
        let address = self.find(path)?;
        let context = self.context;
        let mut found = Vec::new();
        for (of, flags, data) in self.messages(address)? {
            match of {
                ATTRIBUTE if flags & SHARED != 0 => {
                    return Err(Hdf5Error::Unsupported("attributes that objects share are not in rdask".into()));
                }
                ATTRIBUTE => found.push(AttributeEntry::parse(&data, &context)?),
                ATTRIBUTE_INFO => {
                    let (info, _) = AttributeInfoMessage::decode(&data, &context)?;
                    found.extend(read_dense_attributes(&info, &context, self)?);
                }
                _ => {}
            }
        }
        Ok(found)
    }

    /// The text that an attribute's value stands for: it is in a heap.
    pub fn text(&mut self, value: &[u8]) -> Result<String, Hdf5Error> {
        let (length, address, index) = decode_vlen_reference(value, &self.context)?;
        if length == 0 || address == 0 {
            return Ok(String::new());
        }
        let context = self.context;
        let head = self.read_block(address, 64)?;
        let size = GlobalHeapCollection::decode_size(&head, &context)?;
        let block = self.read_block(address, size)?;
        let (heap, _) = GlobalHeapCollection::decode(&block, &context)?;
        let found = u16::try_from(index).ok().and_then(|index| heap.get_object(index));
        let bytes = found.ok_or_else(|| damaged("a text is not in the heap that it should be in"))?;
        let bytes = bytes.get(..length as usize).unwrap_or(bytes);
        Ok(String::from_utf8_lossy(bytes).trim_end_matches('\0').to_owned())
    }
}

/// The messages that stand one behind the other, each with `prefix` bytes in front.
fn packed(mut block: &[u8], prefix: usize, out: &mut Vec<Message>) {
    loop {
        // Older: type in 2 bytes, size, flags and 3 bytes; newer: type in 1 byte, size, flags, perhaps a count.
        let older = prefix == 8;
        let head = if older {
            number(block, 0, 2).zip(number(block, 2, 2)).zip(number(block, 4, 1))
        } else {
            number(block, 0, 1).zip(number(block, 1, 2)).zip(number(block, 3, 1))
        };
        let Some(((of, size), flags)) = head else { return };
        let size = size as usize;
        let Some(data) = block.get(prefix..prefix.saturating_add(size)) else { return };
        if of != 0 {
            out.push((of as u8, flags as u8, data.to_vec()));
        }
        let step = if older { size.next_multiple_of(8) } else { size };
        block = block.get(prefix.saturating_add(step)..).unwrap_or_default();
    }
}
