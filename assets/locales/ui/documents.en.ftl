# Documents
documents-title = Documents
documents-add = Add documents
documents-hint = Photos (JPEG, PNG, WebP) and PDF, up to 100 MB. Drop files here, or choose them. Place, time and the telephone's details are taken out of photos. What a PDF says about itself comes along.
documents-none = No documents yet
documents-none-text = Photos and PDFs of decisions, contracts and letters. They are encrypted in the vault and shown only here.
documents-none-closed = The case is closed.
documents-adding = Adding documents
documents-added = { $count ->
    [one] The document is added.
   *[other] { $count } documents are added.
}
documents-left = { $count ->
    [one] You stopped. One file was not added.
   *[other] You stopped. { $count } files were not added.
}
documents-refused-count = { $count ->
    [one] One file could not be added
   *[other] { $count } files could not be added
}
documents-refused = { $name }: { $what } { $todo }
documents-originals = { $count ->
    [one] Remove the original?
   *[other] Remove the { $count } originals?
}
documents-originals-text = { $count ->
    [one] The file still lies where you fetched it. Removing it is no guarantee: on SSDs and USB sticks, in cloud folders and backups it may be brought back. Empty the bin too, and remove the picture from the telephone.
   *[other] The files still lie where you fetched them. Removing them is no guarantee: on SSDs and USB sticks, in cloud folders and backups they may be brought back. Empty the bin too, and remove the pictures from the telephone.
}
documents-originals-keep = Let it lie
documents-originals-remove = { $count ->
    [one] Remove the original
   *[other] Remove the originals
}
documents-originals-removed = { $count ->
    [one] The original is removed.
   *[other] { $count } originals are removed.
}
documents-edit = Rename and describe
documents-name = Name
documents-name-missing = Write what the document is to be called.
documents-description = Description
documents-dated = Date
documents-saved = The document is saved.
documents-remove = Remove
documents-removed = { $name } is removed.
documents-copy = Save a copy
documents-copy-text = The copy of { $name } is saved unencrypted where you choose. That is written into the log of disclosures.
documents-copy-save = Choose where
documents-copied = The copy is saved as { $name }. It is not encrypted.
documents-ground = Ground
documents-ground-hint = Why the copy leaves the vault
documents-ground-missing = Choose a ground.
documents-show = Show { $name }
documents-more = More about { $name }
documents-before = Previous
documents-after = Next
documents-page = Page { $page } of { $of }
documents-smaller = Smaller
documents-larger = Larger
documents-turn = Turn
