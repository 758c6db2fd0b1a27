CREATE TABLE "Abbreviation" (
    "Letters" TEXT NOT NULL CONSTRAINT "PK_Abbreviation" PRIMARY KEY,
    "Meaning" TEXT NOT NULL
);


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


CREATE TABLE "Consultation" (
    "Slug" TEXT NOT NULL CONSTRAINT "PK_Consultation" PRIMARY KEY,
    "Title" TEXT NOT NULL,
    "Notice" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "PublishedAt" INTEGER NULL,
    "ShownState" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);


CREATE TABLE "CouncilMeeting" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CouncilMeeting" PRIMARY KEY,
    "Unit" TEXT NOT NULL,
    "HeldOn" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Advice" TEXT NOT NULL,
    "Answer" TEXT NOT NULL,
    "Minutes" TEXT NOT NULL,
    "IsSample" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);


CREATE TABLE "EmulationBlock" (
    "Year" INTEGER NOT NULL,
    "Slug" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Lead" TEXT NOT NULL,
    "Members" TEXT NOT NULL,
    "ClosedOn" TEXT NULL,
    "Decision" TEXT NOT NULL,
    "IsSample" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_EmulationBlock" PRIMARY KEY ("Year", "Slug")
);


CREATE TABLE "Feedback" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_Feedback" PRIMARY KEY,
    "SecretHash" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "ReceivedAt" INTEGER NOT NULL,
    "StateAt" INTEGER NOT NULL,
    "SettledAt" INTEGER NULL,
    "ForgottenAt" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    "ItemId" TEXT NULL,
    "About" TEXT NOT NULL,
    "Unit" TEXT NULL,
    "Text" TEXT NOT NULL,
    "Contact" TEXT NULL,
    "AssignedTo" TEXT NULL,
    "RoutedTo" TEXT NULL,
    "ForwardedTo" TEXT NULL,
    "Note" TEXT NOT NULL,
    "Answer" TEXT NULL,
    "ShownQuestion" TEXT NULL,
    "ShownAnswer" TEXT NULL,
    "ShownAt" INTEGER NULL
);


CREATE TABLE "Inspection" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Inspection" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Unit" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "To" TEXT NULL,
    "Subject" TEXT NOT NULL,
    "Plan" TEXT NOT NULL,
    "ConcludedOn" TEXT NULL,
    "Conclusion" TEXT NOT NULL,
    "Document" TEXT NOT NULL,
    "Tasks" TEXT NOT NULL,
    "IsSample" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
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
    "CreatedBy" TEXT NOT NULL,
    "OwnerUnit" TEXT NULL,
    "DraftedBy" TEXT NOT NULL,
    "DraftedAt" INTEGER NOT NULL,
    "DraftTitle" TEXT NOT NULL,
    "SubmittedBy" TEXT NULL,
    "SubmittedAt" INTEGER NULL,
    "ReviewNote" TEXT NULL,
    "ForwardTo" TEXT NULL,
    "TrashedAt" INTEGER NULL,
    "TrashedBy" TEXT NULL,
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


CREATE TABLE "Member" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Member" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Roles" TEXT NOT NULL,
    "Unit" TEXT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ClosedAt" INTEGER NULL,
    "LastSignInAt" INTEGER NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" INTEGER NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
);


CREATE TABLE "Nomination" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_Nomination" PRIMARY KEY,
    "SecretHash" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "ReceivedAt" INTEGER NOT NULL,
    "StateAt" INTEGER NOT NULL,
    "ClosedAt" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "PlainName" TEXT NOT NULL,
    "Unit" TEXT NULL,
    "Village" TEXT NOT NULL,
    "Telling" TEXT NOT NULL,
    "NominatedBy" TEXT NULL,
    "NominatedFor" TEXT NULL,
    "Contact" TEXT NULL,
    "ForgottenAt" INTEGER NULL,
    "AssignedTo" TEXT NULL,
    "Note" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "ForwardedTo" TEXT NULL,
    "DuplicateOf" TEXT NULL,
    "ItemId" TEXT NULL
);


CREATE TABLE "RegistrationRound" (
    "Year" INTEGER NOT NULL CONSTRAINT "PK_RegistrationRound" PRIMARY KEY,
    "OpensOn" TEXT NOT NULL,
    "Deadline" TEXT NOT NULL,
    "PlansDueOn" TEXT NULL,
    "Units" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);


CREATE TABLE "ScoreTable" (
    "Year" INTEGER NOT NULL CONSTRAINT "PK_ScoreTable" PRIMARY KEY,
    "Source" TEXT NOT NULL,
    "Criteria" TEXT NOT NULL,
    "IsSample" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
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


CREATE TABLE "Subject" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Subject" PRIMARY KEY,
    "Slug" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "PlainName" TEXT NOT NULL,
    "Unit" TEXT NULL,
    "Village" TEXT NULL,
    "IsHeadOfUnit" INTEGER NOT NULL,
    "CollectiveId" TEXT NULL,
    "IsArmedForces" INTEGER NOT NULL,
    "Clearance" TEXT NULL,
    "ShowsMinors" INTEGER NOT NULL,
    "BornOn" TEXT NULL,
    "DeceasedOn" TEXT NULL,
    "IsSample" INTEGER NOT NULL,
    "Stage" TEXT NOT NULL,
    "StageAt" INTEGER NOT NULL,
    "StageNote" TEXT NOT NULL,
    "StageBefore" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    CONSTRAINT "FK_Subject_Subject_CollectiveId" FOREIGN KEY ("CollectiveId") REFERENCES "Subject" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Synonym" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Synonym" PRIMARY KEY,
    "Phrases" TEXT NOT NULL
);


CREATE TABLE "Taxonomy" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_Taxonomy" PRIMARY KEY,
    "Label" TEXT NOT NULL,
    "Order" INTEGER NOT NULL
);


CREATE TABLE "UnansweredQuestion" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_UnansweredQuestion" PRIMARY KEY,
    "Words" TEXT NOT NULL,
    "Times" INTEGER NOT NULL,
    "LastOn" TEXT NOT NULL,
    "AsideAt" INTEGER NULL
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


CREATE TABLE "UnitPlan" (
    "Unit" TEXT NOT NULL,
    "Year" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "Number" TEXT NOT NULL,
    "IssuedOn" TEXT NULL,
    "Link" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_UnitPlan" PRIMARY KEY ("Year", "Unit")
);


CREATE TABLE "ConsultationComment" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ConsultationComment" PRIMARY KEY,
    "Consultation" TEXT NOT NULL,
    "ReceivedAt" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "Contact" TEXT NULL,
    "ForgottenAt" INTEGER NULL,
    "ReadBy" TEXT NULL,
    "Note" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_ConsultationComment_Consultation_Consultation" FOREIGN KEY ("Consultation") REFERENCES "Consultation" ("Slug") ON DELETE RESTRICT
);


CREATE TABLE "ScoreSheet" (
    "Year" INTEGER NOT NULL,
    "Block" TEXT NOT NULL,
    "Member" TEXT NOT NULL,
    "Own" TEXT NOT NULL,
    "OwnAt" INTEGER NULL,
    "Checked" TEXT NULL,
    "CheckedAt" INTEGER NULL,
    "CheckedBy" TEXT NULL,
    "Remark" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_ScoreSheet" PRIMARY KEY ("Year", "Block", "Member"),
    CONSTRAINT "FK_ScoreSheet_EmulationBlock_Year_Block" FOREIGN KEY ("Year", "Block") REFERENCES "EmulationBlock" ("Year", "Slug") ON DELETE RESTRICT
);


CREATE TABLE "Alias" (
    "Path" TEXT NOT NULL CONSTRAINT "PK_Alias" PRIMARY KEY,
    "ItemId" TEXT NULL,
    "Target" TEXT NULL,
    "IsGone" INTEGER NOT NULL,
    CONSTRAINT "FK_Alias_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id")
);


CREATE TABLE "ClosedChannel" (
    "ItemId" TEXT NOT NULL,
    "Purpose" TEXT NOT NULL,
    CONSTRAINT "PK_ClosedChannel" PRIMARY KEY ("ItemId", "Purpose"),
    CONSTRAINT "FK_ClosedChannel_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id") ON DELETE CASCADE
);


CREATE TABLE "ItemTerm" (
    "ItemId" TEXT NOT NULL,
    "Taxonomy" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    CONSTRAINT "PK_ItemTerm" PRIMARY KEY ("ItemId", "Taxonomy", "Slug"),
    CONSTRAINT "FK_ItemTerm_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Replication" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_Replication" PRIMARY KEY,
    "SecretHash" TEXT NULL,
    "ItemId" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "StateAt" INTEGER NOT NULL,
    "RegisteredAt" INTEGER NOT NULL,
    "ClosedAt" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Who" TEXT NOT NULL,
    "ShowsName" INTEGER NOT NULL,
    "Households" INTEGER NOT NULL,
    "Unit" TEXT NULL,
    "Village" TEXT NOT NULL,
    "StartedOn" TEXT NULL,
    "Plan" TEXT NOT NULL,
    "Contact" TEXT NULL,
    "ForgottenAt" INTEGER NULL,
    "Result" TEXT NOT NULL,
    "ResultValue" TEXT NULL,
    "ResultUnit" TEXT NOT NULL,
    "EvidenceFile" TEXT NULL,
    "ReportedAt" INTEGER NULL,
    "ReportedBy" TEXT NULL,
    "CheckedAt" INTEGER NULL,
    "CheckedBy" TEXT NULL,
    "Reason" TEXT NULL,
    "Note" TEXT NOT NULL,
    CONSTRAINT "FK_Replication_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id") ON DELETE RESTRICT
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


CREATE TABLE "MemberClaim" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_MemberClaim" PRIMARY KEY AUTOINCREMENT,
    "UserId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_MemberClaim_Member_UserId" FOREIGN KEY ("UserId") REFERENCES "Member" ("Id") ON DELETE CASCADE
);


CREATE TABLE "MemberLink" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_MemberLink" PRIMARY KEY,
    "MemberId" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "UsedAt" INTEGER NULL,
    CONSTRAINT "FK_MemberLink_Member_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Member" ("Id") ON DELETE CASCADE
);


CREATE TABLE "MemberLogin" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" TEXT NOT NULL,
    CONSTRAINT "PK_MemberLogin" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_MemberLogin_Member_UserId" FOREIGN KEY ("UserId") REFERENCES "Member" ("Id") ON DELETE CASCADE
);


CREATE TABLE "MemberPasskey" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_MemberPasskey" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_MemberPasskey_Member_UserId" FOREIGN KEY ("UserId") REFERENCES "Member" ("Id") ON DELETE CASCADE
);


CREATE TABLE "MemberSession" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_MemberSession" PRIMARY KEY,
    "MemberId" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "SeenAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "Device" TEXT NOT NULL,
    "Ticket" BLOB NOT NULL,
    CONSTRAINT "FK_MemberSession_Member_MemberId" FOREIGN KEY ("MemberId") REFERENCES "Member" ("Id") ON DELETE CASCADE
);


CREATE TABLE "MemberToken" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_MemberToken" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_MemberToken_Member_UserId" FOREIGN KEY ("UserId") REFERENCES "Member" ("Id") ON DELETE CASCADE
);


CREATE TABLE "NominationPhoto" (
    "Code" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "FileName" TEXT NOT NULL,
    CONSTRAINT "PK_NominationPhoto" PRIMARY KEY ("Code", "Number"),
    CONSTRAINT "FK_NominationPhoto_Nomination_Code" FOREIGN KEY ("Code") REFERENCES "Nomination" ("Code") ON DELETE CASCADE
);


CREATE TABLE "Commendation" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_Commendation" PRIMARY KEY,
    "State" TEXT NOT NULL,
    "StateAt" INTEGER NOT NULL,
    "HeldFrom" TEXT NULL,
    "Version" INTEGER NOT NULL,
    "SeedVersion" INTEGER NULL,
    "CreatedAt" INTEGER NOT NULL,
    "SubjectId" TEXT NULL,
    "ItemId" TEXT NULL,
    "SubjectName" TEXT NOT NULL,
    "SubjectKind" TEXT NOT NULL,
    "Unit" TEXT NULL,
    "Form" TEXT NOT NULL,
    "Occasion" TEXT NULL,
    "Achievement" TEXT NOT NULL,
    "AchievementKey" TEXT NOT NULL,
    "EventOn" TEXT NULL,
    "ReceivedOn" TEXT NULL,
    "ProposedBy" TEXT NOT NULL,
    "DecisionNumber" TEXT NOT NULL,
    "DecisionSymbol" TEXT NOT NULL,
    "DecidedOn" TEXT NULL,
    "Signer" TEXT NOT NULL,
    "SignerPost" TEXT NOT NULL,
    "Authority" TEXT NOT NULL,
    "AuthorityUnit" TEXT NULL,
    "AuthorityLevel" TEXT NULL,
    "Regime" TEXT NULL,
    "DecisionItemId" TEXT NULL,
    "StoryItemId" TEXT NULL,
    "IsDirectWorker" INTEGER NULL,
    "IsSmallCollective" INTEGER NULL,
    "IsSample" INTEGER NOT NULL,
    "RevokedBy" TEXT NOT NULL,
    "RevokedOn" TEXT NULL,
    "RevokingItemId" TEXT NULL,
    "Reason" TEXT NOT NULL,
    "ListedOn" TEXT NOT NULL,
    CONSTRAINT "FK_Commendation_Item_DecisionItemId" FOREIGN KEY ("DecisionItemId") REFERENCES "Item" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Commendation_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Commendation_Item_RevokingItemId" FOREIGN KEY ("RevokingItemId") REFERENCES "Item" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Commendation_Item_StoryItemId" FOREIGN KEY ("StoryItemId") REFERENCES "Item" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Commendation_Subject_SubjectId" FOREIGN KEY ("SubjectId") REFERENCES "Subject" ("Id") ON DELETE SET NULL
);


CREATE TABLE "Consent" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Consent" PRIMARY KEY,
    "SubjectId" TEXT NOT NULL,
    "PersonName" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "StateAt" INTEGER NOT NULL,
    "Purposes" TEXT NOT NULL,
    "Fields" TEXT NOT NULL,
    "Method" TEXT NOT NULL,
    "TextVersion" TEXT NOT NULL,
    "ObtainedBy" TEXT NOT NULL,
    "GivenAt" INTEGER NULL,
    "ExpiresOn" TEXT NULL,
    "Guardian" TEXT NOT NULL,
    "ChildAssents" INTEGER NOT NULL,
    "RemindedAt" INTEGER NULL,
    "WithdrawnAt" INTEGER NULL,
    "Note" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Consent_Subject_SubjectId" FOREIGN KEY ("SubjectId") REFERENCES "Subject" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Contribution" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Contribution" PRIMARY KEY,
    "SubjectId" TEXT NULL,
    "ItemId" TEXT NULL,
    "Kind" TEXT NOT NULL,
    "What" TEXT NOT NULL,
    "Quantity" TEXT NOT NULL,
    "Measure" TEXT NOT NULL,
    "Value" TEXT NULL,
    "GivenOn" TEXT NULL,
    "Year" INTEGER NOT NULL,
    "Beneficiary" TEXT NOT NULL,
    "Unit" TEXT NULL,
    "Village" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "RecordedAt" INTEGER NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "VerifiedAt" INTEGER NULL,
    "VerifiedBy" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Contribution_Item_ItemId" FOREIGN KEY ("ItemId") REFERENCES "Item" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Contribution_Subject_SubjectId" FOREIGN KEY ("SubjectId") REFERENCES "Subject" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "StrivingRegistration" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_StrivingRegistration" PRIMARY KEY,
    "Year" INTEGER NOT NULL,
    "Unit" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "SubjectId" TEXT NULL,
    "Target" TEXT NOT NULL,
    "Sheet" TEXT NOT NULL,
    "HeadName" TEXT NOT NULL,
    "ConfirmedOn" TEXT NULL,
    "State" TEXT NOT NULL,
    "StateAt" INTEGER NOT NULL,
    "Remark" TEXT NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_StrivingRegistration_Subject_SubjectId" FOREIGN KEY ("SubjectId") REFERENCES "Subject" ("Id") ON DELETE SET NULL
);


CREATE TABLE "SubjectCriterion" (
    "SubjectId" TEXT NOT NULL,
    "Criterion" TEXT NOT NULL,
    "Result" TEXT NOT NULL,
    "Evidence" TEXT NOT NULL,
    "Lead" TEXT NULL,
    "TitleYears" TEXT NOT NULL,
    "DocumentId" TEXT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    CONSTRAINT "PK_SubjectCriterion" PRIMARY KEY ("SubjectId", "Criterion"),
    CONSTRAINT "FK_SubjectCriterion_Item_DocumentId" FOREIGN KEY ("DocumentId") REFERENCES "Item" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_SubjectCriterion_Subject_SubjectId" FOREIGN KEY ("SubjectId") REFERENCES "Subject" ("Id") ON DELETE CASCADE
);


CREATE TABLE "TrackingEntry" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_TrackingEntry" PRIMARY KEY,
    "SubjectId" TEXT NOT NULL,
    "On" TEXT NOT NULL,
    "Author" TEXT NOT NULL,
    "RecordedAt" INTEGER NOT NULL,
    "Progress" TEXT NOT NULL,
    "Support" TEXT NOT NULL,
    "NextReviewOn" TEXT NULL,
    CONSTRAINT "FK_TrackingEntry_Subject_SubjectId" FOREIGN KEY ("SubjectId") REFERENCES "Subject" ("Id") ON DELETE CASCADE
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


CREATE TABLE "RevisionSubject" (
    "RevisionId" TEXT NOT NULL,
    "SubjectId" TEXT NOT NULL,
    "ItemId" TEXT NOT NULL,
    CONSTRAINT "PK_RevisionSubject" PRIMARY KEY ("RevisionId", "SubjectId"),
    CONSTRAINT "FK_RevisionSubject_Revision_RevisionId" FOREIGN KEY ("RevisionId") REFERENCES "Revision" ("Id") ON DELETE CASCADE
);


CREATE TABLE "SubjectFile" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_SubjectFile" PRIMARY KEY,
    "SubjectId" TEXT NOT NULL,
    "Criterion" TEXT NULL,
    "ConsentId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "AddedAt" INTEGER NOT NULL,
    "AddedBy" TEXT NOT NULL,
    CONSTRAINT "FK_SubjectFile_Consent_ConsentId" FOREIGN KEY ("ConsentId") REFERENCES "Consent" ("Id"),
    CONSTRAINT "FK_SubjectFile_Subject_SubjectId" FOREIGN KEY ("SubjectId") REFERENCES "Subject" ("Id") ON DELETE CASCADE
);


CREATE TABLE "ContributionCorrection" (
    "ContributionId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "By" TEXT NOT NULL,
    "QuantityBefore" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    CONSTRAINT "PK_ContributionCorrection" PRIMARY KEY ("ContributionId", "Number"),
    CONSTRAINT "FK_ContributionCorrection_Contribution_ContributionId" FOREIGN KEY ("ContributionId") REFERENCES "Contribution" ("Id") ON DELETE CASCADE
);


INSERT INTO "Clock" ("Id", "Position")
VALUES (1, 0);
SELECT changes();



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
