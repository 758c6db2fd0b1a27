namespace PhongTho.Cms.Model;

/// <summary>What may be shown of somebody; agreed to one by one.</summary>
public enum ConsentField
{
    [Choice("Tên")]
    Name,

    [Choice("Ảnh")]
    Image,

    [Choice("Giọng nói")]
    Voice,

    [Choice("Năm sinh")]
    BirthYear,

    [Choice("Tên bản")]
    VillageLevelAddress,

    [Choice("Nghề nghiệp, chức vụ")]
    Occupation,

    [Choice("Người trong gia đình")]
    FamilyMembers,

    [Choice("Dân tộc")]
    Ethnicity,

    [Choice("Đảng viên")]
    PartyMembership,

    [Choice("Thu nhập")]
    Income,

    [Choice("Từng là hộ nghèo")]
    PovertyHistory,

    [Choice("Sức khỏe")]
    Health,
}
