CREATE TABLE "Abbreviation" (
    "Letters" character varying(20) NOT NULL,
    "Meaning" character varying(120) NOT NULL,
    CONSTRAINT "PK_Abbreviation" PRIMARY KEY ("Letters")
);


CREATE TABLE "Change" (
    "Position" bigint NOT NULL,
    "At" bigint NOT NULL,
    "Actor" character varying(80) NOT NULL,
    "Verb" character varying(24) NOT NULL,
    "ItemId" uuid,
    "Subject" character varying(200),
    "Note" text,
    CONSTRAINT "PK_Change" PRIMARY KEY ("Position")
);


CREATE TABLE "Clock" (
    "Id" integer NOT NULL,
    "Position" bigint NOT NULL,
    CONSTRAINT "PK_Clock" PRIMARY KEY ("Id")
);


CREATE TABLE "Consultation" (
    "Slug" character varying(160) NOT NULL,
    "Title" character varying(200) NOT NULL,
    "Notice" text NOT NULL,
    "From" date NOT NULL,
    "To" date NOT NULL,
    "PublishedAt" bigint,
    "ShownState" character varying(24) NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_Consultation" PRIMARY KEY ("Slug")
);


CREATE TABLE "CouncilMeeting" (
    "Id" uuid NOT NULL,
    "Unit" character varying(120) NOT NULL,
    "HeldOn" date NOT NULL,
    "Subject" character varying(300) NOT NULL,
    "Advice" text NOT NULL,
    "Answer" text NOT NULL,
    "Minutes" character varying(120) NOT NULL,
    "IsSample" boolean NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_CouncilMeeting" PRIMARY KEY ("Id")
);


CREATE TABLE "EmulationBlock" (
    "Year" integer NOT NULL,
    "Slug" character varying(120) NOT NULL,
    "Name" character varying(160) NOT NULL,
    "Kind" character varying(24) NOT NULL,
    "Lead" character varying(160) NOT NULL,
    "Members" text NOT NULL,
    "ClosedOn" date,
    "Decision" character varying(300) NOT NULL,
    "IsSample" boolean NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_EmulationBlock" PRIMARY KEY ("Year", "Slug")
);


CREATE TABLE "Feedback" (
    "Code" character varying(20) NOT NULL,
    "SecretHash" character varying(64) NOT NULL,
    "Kind" character varying(24) NOT NULL,
    "State" character varying(24) NOT NULL,
    "ReceivedAt" bigint NOT NULL,
    "StateAt" bigint NOT NULL,
    "SettledAt" bigint,
    "ForgottenAt" bigint,
    "Version" integer NOT NULL,
    "ItemId" uuid,
    "About" character varying(400) NOT NULL,
    "Unit" character varying(120),
    "Text" text NOT NULL,
    "Contact" text,
    "AssignedTo" character varying(80),
    "RoutedTo" character varying(24),
    "ForwardedTo" character varying(200),
    "Note" text NOT NULL,
    "Answer" text,
    "ShownQuestion" text,
    "ShownAnswer" text,
    "ShownAt" bigint,
    CONSTRAINT "PK_Feedback" PRIMARY KEY ("Code")
);


CREATE TABLE "Inspection" (
    "Id" uuid NOT NULL,
    "Kind" character varying(24) NOT NULL,
    "Unit" character varying(120) NOT NULL,
    "From" date NOT NULL,
    "To" date,
    "Subject" character varying(1000) NOT NULL,
    "Plan" character varying(300) NOT NULL,
    "ConcludedOn" date,
    "Conclusion" text NOT NULL,
    "Document" character varying(300) NOT NULL,
    "Tasks" text NOT NULL,
    "IsSample" boolean NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_Inspection" PRIMARY KEY ("Id")
);


CREATE TABLE "Item" (
    "Id" uuid NOT NULL,
    "Type" character varying(40) NOT NULL,
    "Path" character varying(400) COLLATE "C" NOT NULL,
    "Stage" character varying(24) NOT NULL,
    "Standing" character varying(24) NOT NULL,
    "StandingNote" text,
    "LiveRevisionId" uuid,
    "DraftRevisionId" uuid,
    "PublishAt" bigint,
    "ExpireAt" bigint,
    "PublishedAt" bigint,
    "CreatedAt" bigint NOT NULL,
    "UpdatedAt" bigint NOT NULL,
    "ExternalId" character varying(200),
    "Version" integer NOT NULL,
    "RevisionCount" integer NOT NULL,
    "CreatedBy" character varying(80) NOT NULL,
    "OwnerUnit" character varying(120),
    "DraftedBy" character varying(80) NOT NULL,
    "DraftedAt" bigint NOT NULL,
    "DraftTitle" character varying(400) NOT NULL,
    "SubmittedBy" character varying(80),
    "SubmittedAt" bigint,
    "ReviewNote" text,
    "ForwardTo" character varying(400),
    "TrashedAt" bigint,
    "TrashedBy" character varying(80),
    "Title" text NOT NULL,
    "Summary" text NOT NULL,
    "Card" text NOT NULL,
    "ListedAt" bigint NOT NULL,
    CONSTRAINT "PK_Item" PRIMARY KEY ("Id")
);


CREATE TABLE "Media" (
    "Id" uuid NOT NULL,
    "Path" character varying(300) NOT NULL,
    "Folder" character varying(300) NOT NULL DEFAULT '',
    "Hash" character varying(64) NOT NULL,
    "ContentType" character varying(100) NOT NULL,
    "Size" bigint NOT NULL,
    "Width" integer,
    "Height" integer,
    "Alt" character varying(300),
    "IsDecorative" boolean NOT NULL,
    "Caption" character varying(400),
    "Credit" character varying(120),
    "FocusX" integer,
    "FocusY" integer,
    "Words" text NOT NULL DEFAULT '',
    "UploadedBy" character varying(80),
    "CreatedAt" bigint NOT NULL,
    "ReplacedAt" bigint,
    CONSTRAINT "PK_Media" PRIMARY KEY ("Id")
);


CREATE TABLE "Member" (
    "Id" uuid NOT NULL,
    "Name" character varying(120) NOT NULL,
    "Roles" character varying(200) NOT NULL,
    "Unit" character varying(120),
    "CreatedAt" bigint NOT NULL,
    "ClosedAt" bigint,
    "LastSignInAt" bigint,
    "UserName" character varying(256),
    "NormalizedUserName" character varying(256),
    "Email" character varying(256),
    "NormalizedEmail" character varying(256),
    "EmailConfirmed" boolean NOT NULL,
    "PasswordHash" text,
    "SecurityStamp" text,
    "ConcurrencyStamp" text,
    "PhoneNumber" text,
    "PhoneNumberConfirmed" boolean NOT NULL,
    "TwoFactorEnabled" boolean NOT NULL,
    "LockoutEnd" bigint,
    "LockoutEnabled" boolean NOT NULL,
    "AccessFailedCount" integer NOT NULL,
    CONSTRAINT "PK_Member" PRIMARY KEY ("Id")
);


CREATE TABLE "Nomination" (
    "Code" character varying(20) NOT NULL,
    "SecretHash" character varying(64) NOT NULL,
    "State" character varying(24) NOT NULL,
    "ReceivedAt" bigint NOT NULL,
    "StateAt" bigint NOT NULL,
    "ClosedAt" bigint,
    "Version" integer NOT NULL,
    "Kind" character varying(120) NOT NULL,
    "Name" character varying(160) NOT NULL,
    "PlainName" character varying(160) NOT NULL,
    "Unit" character varying(120),
    "Village" character varying(80) NOT NULL,
    "Telling" text NOT NULL,
    "NominatedBy" character varying(80),
    "NominatedFor" character varying(120),
    "Contact" text,
    "ForgottenAt" bigint,
    "AssignedTo" character varying(80),
    "Note" text NOT NULL,
    "Reason" text,
    "ForwardedTo" character varying(120),
    "DuplicateOf" character varying(40),
    "ItemId" uuid,
    CONSTRAINT "PK_Nomination" PRIMARY KEY ("Code")
);


CREATE TABLE "RegistrationRound" (
    "Year" integer NOT NULL,
    "OpensOn" date NOT NULL,
    "Deadline" date NOT NULL,
    "PlansDueOn" date,
    "Units" text NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_RegistrationRound" PRIMARY KEY ("Year")
);


CREATE TABLE "ScoreTable" (
    "Year" integer NOT NULL,
    "Source" character varying(300) NOT NULL,
    "Criteria" text NOT NULL,
    "IsSample" boolean NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_ScoreTable" PRIMARY KEY ("Year")
);


CREATE TABLE "SeedFile" (
    "Path" character varying(400) NOT NULL,
    "Hash" character varying(64) NOT NULL,
    "ItemId" uuid,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_SeedFile" PRIMARY KEY ("Path")
);


CREATE TABLE "Setting" (
    "Key" character varying(80) NOT NULL,
    "Json" text NOT NULL,
    CONSTRAINT "PK_Setting" PRIMARY KEY ("Key")
);


CREATE TABLE "Subject" (
    "Id" uuid NOT NULL,
    "Slug" character varying(120) NOT NULL,
    "Kind" character varying(120) NOT NULL,
    "Name" character varying(160) NOT NULL,
    "PlainName" character varying(160) NOT NULL,
    "Unit" character varying(120),
    "Village" character varying(80),
    "IsHeadOfUnit" boolean NOT NULL,
    "CollectiveId" uuid,
    "IsArmedForces" boolean NOT NULL,
    "Clearance" character varying(200),
    "ShowsMinors" boolean NOT NULL,
    "BornOn" character varying(10),
    "DeceasedOn" character varying(10),
    "IsSample" boolean NOT NULL,
    "Stage" character varying(24) NOT NULL,
    "StageAt" bigint NOT NULL,
    "StageNote" text NOT NULL,
    "StageBefore" character varying(24),
    "Version" integer NOT NULL,
    "CreatedAt" bigint NOT NULL,
    "CreatedBy" character varying(80) NOT NULL,
    "ChangedAt" bigint NOT NULL,
    "ChangedBy" character varying(80) NOT NULL,
    CONSTRAINT "PK_Subject" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Subject_Subject_CollectiveId" FOREIGN KEY ("CollectiveId") REFERENCES "Subject" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Synonym" (
    "Id" uuid NOT NULL,
    "Phrases" text NOT NULL,
    CONSTRAINT "PK_Synonym" PRIMARY KEY ("Id")
);


CREATE TABLE "Taxonomy" (
    "Key" character varying(40) NOT NULL,
    "Label" text NOT NULL,
    "Order" integer NOT NULL,
    CONSTRAINT "PK_Taxonomy" PRIMARY KEY ("Key")
);


CREATE TABLE "UnansweredQuestion" (
    "Key" character varying(120) NOT NULL,
    "Words" character varying(120) NOT NULL,
    "Times" integer NOT NULL,
    "LastOn" date NOT NULL,
    "AsideAt" bigint,
    CONSTRAINT "PK_UnansweredQuestion" PRIMARY KEY ("Key")
);


CREATE TABLE "Unit" (
    "Slug" character varying(120) NOT NULL,
    "Name" text NOT NULL,
    "Kind" text NOT NULL,
    "FullName" text NOT NULL,
    "Code" text,
    "Parent" text,
    "ValidFrom" date,
    "ValidTo" date,
    "Spellings" text NOT NULL,
    "Successors" text NOT NULL,
    "Order" integer NOT NULL,
    CONSTRAINT "PK_Unit" PRIMARY KEY ("Slug")
);


CREATE TABLE "UnitPlan" (
    "Unit" character varying(120) NOT NULL,
    "Year" integer NOT NULL,
    "State" character varying(24) NOT NULL,
    "Number" character varying(80) NOT NULL,
    "IssuedOn" date,
    "Link" character varying(400) NOT NULL,
    "Text" text NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_UnitPlan" PRIMARY KEY ("Year", "Unit")
);


CREATE TABLE "ConsultationComment" (
    "Id" uuid NOT NULL,
    "Consultation" character varying(160) NOT NULL,
    "ReceivedAt" bigint NOT NULL,
    "Text" text NOT NULL,
    "Contact" text,
    "ForgottenAt" bigint,
    "ReadBy" character varying(80),
    "Note" text NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_ConsultationComment" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ConsultationComment_Consultation_Consultation" FOREIGN KEY ("Consultation") REFERENCES "Consultation" ("Slug") ON DELETE RESTRICT
);


CREATE TABLE "ScoreSheet" (
    "Year" integer NOT NULL,
    "Block" character varying(120) NOT NULL,
    "Member" character varying(120) NOT NULL,
    "Own" text NOT NULL,
    "OwnAt" bigint,
    "Checked" text,
    "CheckedAt" bigint,
    "CheckedBy" character varying(80),
    "Remark" character varying(1000) NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_ScoreSheet" PRIMARY KEY ("Year", "Block", "Member"),
    CONSTRAINT "FK_ScoreSheet_EmulationBlock_Year_Block" FOREIGN KEY ("Year", "Block") REFERENCES "EmulationBlock" ("Year", "Slug") ON DELETE RESTRICT
);


CREATE TABLE "Alias" (
    "Path" character varying(400) NOT NULL,
    "ItemId" uuid,
    "Target" text,
    "IsGone" boolean NOT NULL,
    CONSTRAINT "PK_Alias" PRIMARY KEY ("Path"),
    CONSTRAINT "FK_Alias_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id")
);


CREATE TABLE "ClosedChannel" (
    "ItemId" uuid NOT NULL,
    "Purpose" character varying(24) NOT NULL,
    CONSTRAINT "PK_ClosedChannel" PRIMARY KEY ("ItemId", "Purpose"),
    CONSTRAINT "FK_ClosedChannel_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id") ON DELETE CASCADE
);


CREATE TABLE "ItemTerm" (
    "ItemId" uuid NOT NULL,
    "Taxonomy" character varying(40) NOT NULL,
    "Slug" character varying(120) NOT NULL,
    CONSTRAINT "PK_ItemTerm" PRIMARY KEY ("ItemId", "Taxonomy", "Slug"),
    CONSTRAINT "FK_ItemTerm_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Replication" (
    "Code" character varying(20) NOT NULL,
    "SecretHash" character varying(64),
    "ItemId" uuid NOT NULL,
    "State" character varying(24) NOT NULL,
    "StateAt" bigint NOT NULL,
    "RegisteredAt" bigint NOT NULL,
    "ClosedAt" bigint,
    "Version" integer NOT NULL,
    "Kind" character varying(24) NOT NULL,
    "Who" character varying(160) NOT NULL,
    "ShowsName" boolean NOT NULL,
    "Households" integer NOT NULL,
    "Unit" character varying(120),
    "Village" character varying(80) NOT NULL,
    "StartedOn" character varying(10),
    "Plan" text NOT NULL,
    "Contact" text,
    "ForgottenAt" bigint,
    "Result" text NOT NULL,
    "ResultValue" numeric,
    "ResultUnit" character varying(40) NOT NULL,
    "EvidenceFile" character varying(40),
    "ReportedAt" bigint,
    "ReportedBy" character varying(80),
    "CheckedAt" bigint,
    "CheckedBy" character varying(80),
    "Reason" text,
    "Note" text NOT NULL,
    CONSTRAINT "PK_Replication" PRIMARY KEY ("Code"),
    CONSTRAINT "FK_Replication_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Revision" (
    "Id" uuid NOT NULL,
    "ItemId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Body" text NOT NULL,
    "Author" character varying(80) NOT NULL,
    "CreatedAt" bigint NOT NULL,
    "Note" text,
    CONSTRAINT "PK_Revision" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Revision_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id") ON DELETE CASCADE
);


CREATE TABLE "FormerMediaAddress" (
    "Hash" character varying(16) NOT NULL,
    "Name" character varying(300) NOT NULL,
    "MediaId" uuid NOT NULL,
    CONSTRAINT "PK_FormerMediaAddress" PRIMARY KEY ("Hash", "Name"),
    CONSTRAINT "FK_FormerMediaAddress_Media_MediaId" FOREIGN KEY ("MediaId") REFERENCES "Media" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Link" (
    "Id" bigint GENERATED BY DEFAULT AS IDENTITY,
    "ItemId" uuid NOT NULL,
    "TargetItemId" uuid,
    "TargetMediaId" uuid,
    CONSTRAINT "PK_Link" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Link_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Link_Item_TargetItemId" FOREIGN KEY ("TargetItemId") REFERENCES "Item" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Link_Media_TargetMediaId" FOREIGN KEY ("TargetMediaId") REFERENCES "Media" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "MemberClaim" (
    "Id" integer GENERATED BY DEFAULT AS IDENTITY,
    "UserId" uuid NOT NULL,
    "ClaimType" text,
    "ClaimValue" text,
    CONSTRAINT "PK_MemberClaim" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_MemberClaim_Member_UserId" FOREIGN KEY ("UserId") REFERENCES "Member" ("Id") ON DELETE CASCADE
);


CREATE TABLE "MemberLink" (
    "Id" character varying(64) NOT NULL,
    "MemberId" uuid NOT NULL,
    "CreatedAt" bigint NOT NULL,
    "ExpiresAt" bigint NOT NULL,
    "UsedAt" bigint,
    CONSTRAINT "PK_MemberLink" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_MemberLink_Member_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Member" ("Id") ON DELETE CASCADE
);


CREATE TABLE "MemberLogin" (
    "LoginProvider" text NOT NULL,
    "ProviderKey" text NOT NULL,
    "ProviderDisplayName" text,
    "UserId" uuid NOT NULL,
    CONSTRAINT "PK_MemberLogin" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_MemberLogin_Member_UserId" FOREIGN KEY ("UserId") REFERENCES "Member" ("Id") ON DELETE CASCADE
);


CREATE TABLE "MemberPasskey" (
    "CredentialId" bytea NOT NULL,
    "UserId" uuid NOT NULL,
    "Data" jsonb NOT NULL,
    CONSTRAINT "PK_MemberPasskey" PRIMARY KEY ("CredentialId"),
    CONSTRAINT "FK_MemberPasskey_Member_UserId" FOREIGN KEY ("UserId") REFERENCES "Member" ("Id") ON DELETE CASCADE
);


CREATE TABLE "MemberSession" (
    "Id" character varying(64) NOT NULL,
    "MemberId" uuid NOT NULL,
    "CreatedAt" bigint NOT NULL,
    "SeenAt" bigint NOT NULL,
    "ExpiresAt" bigint NOT NULL,
    "Device" character varying(200) NOT NULL,
    "Ticket" bytea NOT NULL,
    CONSTRAINT "PK_MemberSession" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_MemberSession_Member_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Member" ("Id") ON DELETE CASCADE
);


CREATE TABLE "MemberToken" (
    "UserId" uuid NOT NULL,
    "LoginProvider" text NOT NULL,
    "Name" text NOT NULL,
    "Value" text,
    CONSTRAINT "PK_MemberToken" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_MemberToken_Member_UserId" FOREIGN KEY ("UserId") REFERENCES "Member" ("Id") ON DELETE CASCADE
);


CREATE TABLE "NominationPhoto" (
    "Code" character varying(20) NOT NULL,
    "Number" integer NOT NULL,
    "FileName" character varying(40) NOT NULL,
    CONSTRAINT "PK_NominationPhoto" PRIMARY KEY ("Code", "Number"),
    CONSTRAINT "FK_NominationPhoto_Nomination_Code" FOREIGN KEY ("Code") REFERENCES "Nomination" ("Code") ON DELETE CASCADE
);


CREATE TABLE "Commendation" (
    "Code" character varying(20) NOT NULL,
    "State" character varying(24) NOT NULL,
    "StateAt" bigint NOT NULL,
    "HeldFrom" character varying(24),
    "Version" integer NOT NULL,
    "SeedVersion" integer,
    "CreatedAt" bigint NOT NULL,
    "SubjectId" uuid,
    "ItemId" uuid,
    "SubjectName" character varying(160) NOT NULL,
    "SubjectKind" character varying(120) NOT NULL,
    "Unit" character varying(120),
    "Form" character varying(120) NOT NULL,
    "Occasion" character varying(120),
    "Achievement" character varying(400) NOT NULL,
    "AchievementKey" character varying(40) NOT NULL,
    "EventOn" character varying(10),
    "ReceivedOn" date,
    "ProposedBy" character varying(160) NOT NULL,
    "DecisionNumber" character varying(20) NOT NULL,
    "DecisionSymbol" character varying(40) NOT NULL,
    "DecidedOn" character varying(10),
    "Signer" character varying(120) NOT NULL,
    "SignerPost" character varying(120) NOT NULL,
    "Authority" character varying(160) NOT NULL,
    "AuthorityUnit" character varying(120),
    "AuthorityLevel" character varying(24),
    "Regime" character varying(20),
    "DecisionItemId" uuid,
    "StoryItemId" uuid,
    "IsDirectWorker" boolean,
    "IsSmallCollective" boolean,
    "IsSample" boolean NOT NULL,
    "RevokedBy" character varying(60) NOT NULL,
    "RevokedOn" character varying(10),
    "RevokingItemId" uuid,
    "Reason" character varying(1000) NOT NULL,
    "ListedOn" date NOT NULL,
    CONSTRAINT "PK_Commendation" PRIMARY KEY ("Code"),
    CONSTRAINT "FK_Commendation_Item_DecisionItemId" FOREIGN KEY ("DecisionItemId") REFERENCES "Item" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Commendation_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Commendation_Item_RevokingItemId" FOREIGN KEY ("RevokingItemId") REFERENCES "Item" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Commendation_Item_StoryItemId" FOREIGN KEY ("StoryItemId") REFERENCES "Item" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Commendation_Subject_SubjectId" FOREIGN KEY ("SubjectId") REFERENCES "Subject" ("Id") ON DELETE SET NULL
);


CREATE TABLE "Consent" (
    "Id" uuid NOT NULL,
    "SubjectId" uuid NOT NULL,
    "PersonName" character varying(160) NOT NULL,
    "State" character varying(24) NOT NULL,
    "StateAt" bigint NOT NULL,
    "Purposes" text NOT NULL,
    "Fields" text NOT NULL,
    "Method" character varying(24) NOT NULL,
    "TextVersion" character varying(40) NOT NULL,
    "ObtainedBy" character varying(120) NOT NULL,
    "GivenAt" bigint,
    "ExpiresOn" date,
    "Guardian" character varying(160) NOT NULL,
    "ChildAssents" boolean NOT NULL,
    "RemindedAt" bigint,
    "WithdrawnAt" bigint,
    "Note" text NOT NULL,
    "CreatedAt" bigint NOT NULL,
    "CreatedBy" character varying(80) NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_Consent" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Consent_Subject_SubjectId" FOREIGN KEY ("SubjectId") REFERENCES "Subject" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Contribution" (
    "Id" uuid NOT NULL,
    "SubjectId" uuid,
    "ItemId" uuid,
    "Kind" character varying(120) NOT NULL,
    "What" character varying(160) NOT NULL,
    "Quantity" numeric NOT NULL,
    "Measure" character varying(40) NOT NULL,
    "Value" numeric,
    "GivenOn" character varying(10),
    "Year" integer NOT NULL,
    "Beneficiary" character varying(300) NOT NULL,
    "Unit" character varying(120),
    "Village" character varying(80) NOT NULL,
    "Source" character varying(300) NOT NULL,
    "RecordedAt" bigint NOT NULL,
    "RecordedBy" character varying(80) NOT NULL,
    "VerifiedAt" bigint,
    "VerifiedBy" character varying(80),
    "Version" integer NOT NULL,
    CONSTRAINT "PK_Contribution" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_Contribution_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Contribution_Subject_SubjectId" FOREIGN KEY ("SubjectId") REFERENCES "Subject" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "StrivingRegistration" (
    "Id" uuid NOT NULL,
    "Year" integer NOT NULL,
    "Unit" character varying(120) NOT NULL,
    "Kind" character varying(120) NOT NULL,
    "Name" character varying(160) NOT NULL,
    "SubjectId" uuid,
    "Target" character varying(120) NOT NULL,
    "Sheet" text NOT NULL,
    "HeadName" character varying(160) NOT NULL,
    "ConfirmedOn" date,
    "State" character varying(24) NOT NULL,
    "StateAt" bigint NOT NULL,
    "Remark" text NOT NULL,
    "CreatedBy" character varying(80) NOT NULL,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_StrivingRegistration" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_StrivingRegistration_Subject_SubjectId" FOREIGN KEY ("SubjectId") REFERENCES "Subject" ("Id") ON DELETE SET NULL
);


CREATE TABLE "SubjectCriterion" (
    "SubjectId" uuid NOT NULL,
    "Criterion" character varying(120) NOT NULL,
    "Result" character varying(24) NOT NULL,
    "Evidence" text NOT NULL,
    "Lead" character varying(24),
    "TitleYears" text NOT NULL,
    "DocumentId" uuid,
    "ChangedAt" bigint NOT NULL,
    "ChangedBy" character varying(80) NOT NULL,
    CONSTRAINT "PK_SubjectCriterion" PRIMARY KEY ("SubjectId", "Criterion"),
    CONSTRAINT "FK_SubjectCriterion_Item_DocumentId" FOREIGN KEY ("DocumentId") REFERENCES "Item" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_SubjectCriterion_Subject_SubjectId" FOREIGN KEY ("SubjectId") REFERENCES "Subject" ("Id") ON DELETE CASCADE
);


CREATE TABLE "TrackingEntry" (
    "Id" uuid NOT NULL,
    "SubjectId" uuid NOT NULL,
    "On" date NOT NULL,
    "Author" character varying(80) NOT NULL,
    "RecordedAt" bigint NOT NULL,
    "Progress" text NOT NULL,
    "Support" text NOT NULL,
    "NextReviewOn" date,
    CONSTRAINT "PK_TrackingEntry" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_TrackingEntry_Subject_SubjectId" FOREIGN KEY ("SubjectId") REFERENCES "Subject" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Term" (
    "Taxonomy" character varying(40) NOT NULL,
    "Slug" character varying(120) NOT NULL,
    "Name" text NOT NULL,
    "ShortName" text,
    "Group" text,
    "Detail" text,
    "Order" integer NOT NULL,
    CONSTRAINT "PK_Term" PRIMARY KEY ("Taxonomy", "Slug"),
    CONSTRAINT "FK_Term_Taxonomy_Taxonomy" FOREIGN KEY ("Taxonomy") REFERENCES "Taxonomy" ("Key") ON DELETE CASCADE
);


CREATE TABLE "RevisionSubject" (
    "RevisionId" uuid NOT NULL,
    "SubjectId" uuid NOT NULL,
    "ItemId" uuid NOT NULL,
    CONSTRAINT "PK_RevisionSubject" PRIMARY KEY ("RevisionId", "SubjectId"),
    CONSTRAINT "FK_RevisionSubject_Revision_RevisionId" FOREIGN KEY ("RevisionId") REFERENCES "Revision" ("Id") ON DELETE CASCADE
);


CREATE TABLE "SubjectFile" (
    "Id" uuid NOT NULL,
    "SubjectId" uuid NOT NULL,
    "Criterion" character varying(120),
    "ConsentId" uuid,
    "Name" character varying(200) NOT NULL,
    "ContentType" character varying(100) NOT NULL,
    "Size" bigint NOT NULL,
    "AddedAt" bigint NOT NULL,
    "AddedBy" character varying(80) NOT NULL,
    CONSTRAINT "PK_SubjectFile" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_SubjectFile_Consent_ConsentId" FOREIGN KEY ("ConsentId") REFERENCES "Consent" ("Id"),
    CONSTRAINT "FK_SubjectFile_Subject_SubjectId" FOREIGN KEY ("SubjectId") REFERENCES "Subject" ("Id") ON DELETE CASCADE
);


CREATE TABLE "ContributionCorrection" (
    "ContributionId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "At" bigint NOT NULL,
    "By" character varying(80) NOT NULL,
    "QuantityBefore" numeric NOT NULL,
    "Reason" character varying(1000) NOT NULL,
    CONSTRAINT "PK_ContributionCorrection" PRIMARY KEY ("ContributionId", "Number"),
    CONSTRAINT "FK_ContributionCorrection_Contribution_ContributionId" FOREIGN KEY ("ContributionId") REFERENCES "Contribution" ("Id") ON DELETE CASCADE
);


INSERT INTO "Clock" ("Id", "Position")
VALUES (1, 0);


CREATE INDEX "IX_Alias_ItemId" ON "Alias" ("ItemId");


CREATE INDEX "IX_Change_ItemId" ON "Change" ("ItemId");


CREATE INDEX "IX_Commendation_AchievementKey" ON "Commendation" ("AchievementKey");


CREATE INDEX "IX_Commendation_DecisionItemId" ON "Commendation" ("DecisionItemId");


CREATE INDEX "IX_Commendation_DecisionNumber_DecisionSymbol" ON "Commendation" ("DecisionNumber", "DecisionSymbol");


CREATE INDEX "IX_Commendation_ItemId" ON "Commendation" ("ItemId");


CREATE INDEX "IX_Commendation_RevokingItemId" ON "Commendation" ("RevokingItemId");


CREATE INDEX "IX_Commendation_State_ListedOn_Code" ON "Commendation" ("State", "ListedOn", "Code");


CREATE INDEX "IX_Commendation_StoryItemId" ON "Commendation" ("StoryItemId");


CREATE INDEX "IX_Commendation_SubjectId" ON "Commendation" ("SubjectId");


CREATE INDEX "IX_Consent_State_ExpiresOn" ON "Consent" ("State", "ExpiresOn");


CREATE INDEX "IX_Consent_SubjectId" ON "Consent" ("SubjectId");


CREATE INDEX "IX_Consultation_To" ON "Consultation" ("To");


CREATE INDEX "IX_ConsultationComment_Consultation_ReceivedAt" ON "ConsultationComment" ("Consultation", "ReceivedAt");


CREATE INDEX "IX_Contribution_ItemId" ON "Contribution" ("ItemId");


CREATE INDEX "IX_Contribution_SubjectId" ON "Contribution" ("SubjectId");


CREATE INDEX "IX_Contribution_Unit_Year" ON "Contribution" ("Unit", "Year");


CREATE INDEX "IX_CouncilMeeting_HeldOn" ON "CouncilMeeting" ("HeldOn");


CREATE INDEX "IX_Feedback_ItemId" ON "Feedback" ("ItemId");


CREATE INDEX "IX_Feedback_SettledAt" ON "Feedback" ("SettledAt");


CREATE INDEX "IX_Feedback_ShownAt" ON "Feedback" ("ShownAt");


CREATE INDEX "IX_Feedback_State_ReceivedAt" ON "Feedback" ("State", "ReceivedAt");


CREATE INDEX "IX_FormerMediaAddress_MediaId" ON "FormerMediaAddress" ("MediaId");


CREATE INDEX "IX_Inspection_From" ON "Inspection" ("From");


CREATE INDEX "IX_Item_CreatedBy_DraftedAt" ON "Item" ("CreatedBy", "DraftedAt");


CREATE INDEX "IX_Item_ExpireAt" ON "Item" ("ExpireAt");


CREATE UNIQUE INDEX "IX_Item_ExternalId" ON "Item" ("ExternalId");


CREATE UNIQUE INDEX "IX_Item_Path" ON "Item" ("Path");


CREATE INDEX "IX_Item_PublishAt" ON "Item" ("PublishAt");


CREATE INDEX "IX_Item_Stage_DraftedAt" ON "Item" ("Stage", "DraftedAt");


CREATE INDEX "IX_Item_TrashedAt" ON "Item" ("TrashedAt");


CREATE INDEX "IX_Item_Type_Standing_ListedAt_Path" ON "Item" ("Type", "Standing", "ListedAt", "Path");


CREATE INDEX "IX_ItemTerm_Taxonomy_Slug_ItemId" ON "ItemTerm" ("Taxonomy", "Slug", "ItemId");


CREATE INDEX "IX_Link_ItemId" ON "Link" ("ItemId");


CREATE INDEX "IX_Link_TargetItemId" ON "Link" ("TargetItemId");


CREATE INDEX "IX_Link_TargetMediaId" ON "Link" ("TargetMediaId");


CREATE INDEX "IX_Media_Folder_Id" ON "Media" ("Folder", "Id");


CREATE INDEX "IX_Media_Hash" ON "Media" ("Hash");


CREATE UNIQUE INDEX "IX_Media_Path" ON "Media" ("Path");


CREATE INDEX "EmailIndex" ON "Member" ("NormalizedEmail");


CREATE UNIQUE INDEX "UserNameIndex" ON "Member" ("NormalizedUserName");


CREATE INDEX "IX_MemberClaim_UserId" ON "MemberClaim" ("UserId");


CREATE INDEX "IX_MemberLink_MemberId" ON "MemberLink" ("MemberId");


CREATE INDEX "IX_MemberLogin_UserId" ON "MemberLogin" ("UserId");


CREATE INDEX "IX_MemberPasskey_UserId" ON "MemberPasskey" ("UserId");


CREATE INDEX "IX_MemberSession_ExpiresAt" ON "MemberSession" ("ExpiresAt");


CREATE INDEX "IX_MemberSession_MemberId" ON "MemberSession" ("MemberId");


CREATE INDEX "IX_Nomination_ClosedAt" ON "Nomination" ("ClosedAt");


CREATE INDEX "IX_Nomination_State_StateAt" ON "Nomination" ("State", "StateAt");


CREATE INDEX "IX_Replication_ClosedAt" ON "Replication" ("ClosedAt");


CREATE INDEX "IX_Replication_ItemId_State" ON "Replication" ("ItemId", "State");


CREATE INDEX "IX_Replication_State_StateAt" ON "Replication" ("State", "StateAt");


CREATE UNIQUE INDEX "IX_Revision_ItemId_Number" ON "Revision" ("ItemId", "Number");


CREATE INDEX "IX_RevisionSubject_SubjectId_RevisionId" ON "RevisionSubject" ("SubjectId", "RevisionId");


CREATE INDEX "IX_StrivingRegistration_SubjectId" ON "StrivingRegistration" ("SubjectId");


CREATE INDEX "IX_StrivingRegistration_Year_Unit" ON "StrivingRegistration" ("Year", "Unit");


CREATE INDEX "IX_Subject_CollectiveId" ON "Subject" ("CollectiveId");


CREATE UNIQUE INDEX "IX_Subject_Slug" ON "Subject" ("Slug");


CREATE INDEX "IX_Subject_Stage_ChangedAt" ON "Subject" ("Stage", "ChangedAt");


CREATE INDEX "IX_SubjectCriterion_DocumentId" ON "SubjectCriterion" ("DocumentId");


CREATE INDEX "IX_SubjectFile_ConsentId" ON "SubjectFile" ("ConsentId");


CREATE INDEX "IX_SubjectFile_SubjectId" ON "SubjectFile" ("SubjectId");


CREATE INDEX "IX_TrackingEntry_NextReviewOn" ON "TrackingEntry" ("NextReviewOn");


CREATE INDEX "IX_TrackingEntry_SubjectId_RecordedAt" ON "TrackingEntry" ("SubjectId", "RecordedAt");


CREATE INDEX "IX_UnansweredQuestion_LastOn" ON "UnansweredQuestion" ("LastOn");


CREATE INDEX "IX_UnansweredQuestion_Times" ON "UnansweredQuestion" ("Times");
