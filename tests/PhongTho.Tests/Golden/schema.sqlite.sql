CREATE TABLE "Change" (
    "Position" INTEGER NOT NULL CONSTRAINT "PK_Change" PRIMARY KEY,
    "At" INTEGER NOT NULL,
    "Actor" TEXT NOT NULL,
    "Verb" TEXT NOT NULL,
    "ItemId" TEXT NULL,
    "Subject" TEXT NULL,
    "Note" TEXT NULL
);


CREATE TABLE "Clock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Clock" PRIMARY KEY,
    "Position" INTEGER NOT NULL
);


CREATE TABLE "Item" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Item" PRIMARY KEY,
    "Type" TEXT NOT NULL,
    "Path" TEXT NOT NULL,
    "Stage" TEXT NOT NULL,
    "Standing" TEXT NOT NULL,
    "StandingNote" TEXT NULL,
    "LiveRevisionId" TEXT NULL,
    "DraftRevisionId" TEXT NULL,
    "PublishAt" INTEGER NULL,
    "ExpireAt" INTEGER NULL,
    "PublishedAt" INTEGER NULL,
    "CreatedAt" INTEGER NOT NULL,
    "UpdatedAt" INTEGER NOT NULL,
    "ExternalId" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "RevisionCount" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Summary" TEXT NOT NULL,
    "Card" TEXT NOT NULL,
    "ListedAt" INTEGER NOT NULL
);


CREATE TABLE "Media" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Media" PRIMARY KEY,
    "Path" TEXT NOT NULL,
    "Folder" TEXT NOT NULL DEFAULT '',
    "Hash" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "Width" INTEGER NULL,
    "Height" INTEGER NULL,
    "Alt" TEXT NULL,
    "IsDecorative" INTEGER NOT NULL,
    "Caption" TEXT NULL,
    "Credit" TEXT NULL,
    "FocusX" INTEGER NULL,
    "FocusY" INTEGER NULL,
    "Words" TEXT NOT NULL DEFAULT '',
    "UploadedBy" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ReplacedAt" INTEGER NULL
);


CREATE TABLE "SeedFile" (
    "Path" TEXT NOT NULL CONSTRAINT "PK_SeedFile" PRIMARY KEY,
    "Hash" TEXT NOT NULL,
    "ItemId" TEXT NULL,
    "Version" INTEGER NOT NULL
);


CREATE TABLE "Setting" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_Setting" PRIMARY KEY,
    "Json" TEXT NOT NULL
);


CREATE TABLE "Taxonomy" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_Taxonomy" PRIMARY KEY,
    "Label" TEXT NOT NULL,
    "Order" INTEGER NOT NULL
);


CREATE TABLE "Unit" (
    "Slug" TEXT NOT NULL CONSTRAINT "PK_Unit" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "FullName" TEXT NOT NULL,
    "Code" TEXT NULL,
    "Parent" TEXT NULL,
    "ValidFrom" TEXT NULL,
    "ValidTo" TEXT NULL,
    "Spellings" TEXT NOT NULL,
    "Successors" TEXT NOT NULL,
    "Order" INTEGER NOT NULL
);


CREATE TABLE "Alias" (
    "Path" TEXT NOT NULL CONSTRAINT "PK_Alias" PRIMARY KEY,
    "ItemId" TEXT NULL,
    "Target" TEXT NULL,
    "IsGone" INTEGER NOT NULL,
    CONSTRAINT "FK_Alias_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id")
);


CREATE TABLE "ItemTerm" (
    "ItemId" TEXT NOT NULL,
    "Taxonomy" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    CONSTRAINT "PK_ItemTerm" PRIMARY KEY ("ItemId", "Taxonomy", "Slug"),
    CONSTRAINT "FK_ItemTerm_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Revision" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Revision" PRIMARY KEY,
    "ItemId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Body" TEXT NOT NULL,
    "Author" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "Note" TEXT NULL,
    CONSTRAINT "FK_Revision_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id") ON DELETE CASCADE
);


CREATE TABLE "FormerMediaAddress" (
    "Hash" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "MediaId" TEXT NOT NULL,
    CONSTRAINT "PK_FormerMediaAddress" PRIMARY KEY ("Hash", "Name"),
    CONSTRAINT "FK_FormerMediaAddress_Media_MediaId" FOREIGN KEY ("MediaId") REFERENCES "Media" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Link" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Link" PRIMARY KEY AUTOINCREMENT,
    "ItemId" TEXT NOT NULL,
    "TargetItemId" TEXT NULL,
    "TargetMediaId" TEXT NULL,
    CONSTRAINT "FK_Link_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Link_Item_TargetItemId" FOREIGN KEY ("TargetItemId") REFERENCES "Item" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Link_Media_TargetMediaId" FOREIGN KEY ("TargetMediaId") REFERENCES "Media" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Term" (
    "Taxonomy" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "ShortName" TEXT NULL,
    "Group" TEXT NULL,
    "Detail" TEXT NULL,
    "Order" INTEGER NOT NULL,
    CONSTRAINT "PK_Term" PRIMARY KEY ("Taxonomy", "Slug"),
    CONSTRAINT "FK_Term_Taxonomy_Taxonomy" FOREIGN KEY ("Taxonomy") REFERENCES "Taxonomy" ("Key") ON DELETE CASCADE
);


INSERT INTO "Clock" ("Id", "Position")
VALUES (1, 0);
SELECT changes();



CREATE INDEX "IX_Alias_ItemId" ON "Alias" ("ItemId");


CREATE INDEX "IX_Change_ItemId" ON "Change" ("ItemId");


CREATE INDEX "IX_FormerMediaAddress_MediaId" ON "FormerMediaAddress" ("MediaId");


CREATE INDEX "IX_Item_ExpireAt" ON "Item" ("ExpireAt");


CREATE UNIQUE INDEX "IX_Item_ExternalId" ON "Item" ("ExternalId");


CREATE UNIQUE INDEX "IX_Item_Path" ON "Item" ("Path");


CREATE INDEX "IX_Item_PublishAt" ON "Item" ("PublishAt");


CREATE INDEX "IX_Item_Type_Standing_ListedAt_Path" ON "Item" ("Type", "Standing", "ListedAt", "Path");


CREATE INDEX "IX_ItemTerm_Taxonomy_Slug_ItemId" ON "ItemTerm" ("Taxonomy", "Slug", "ItemId");


CREATE INDEX "IX_Link_ItemId" ON "Link" ("ItemId");


CREATE INDEX "IX_Link_TargetItemId" ON "Link" ("TargetItemId");


CREATE INDEX "IX_Link_TargetMediaId" ON "Link" ("TargetMediaId");


CREATE INDEX "IX_Media_Folder_Id" ON "Media" ("Folder", "Id");


CREATE INDEX "IX_Media_Hash" ON "Media" ("Hash");


CREATE UNIQUE INDEX "IX_Media_Path" ON "Media" ("Path");


CREATE UNIQUE INDEX "IX_Revision_ItemId_Number" ON "Revision" ("ItemId", "Number");
