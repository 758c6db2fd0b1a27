namespace PhongTho.Cms.Subjects;

/// <summary>The kinds of the plan, as the vocabulary «Đối tượng» calls them, and what the rules make of them.</summary>
public static class SubjectKinds
{
    public const string Collective = "tap-the";
    public const string Household = "ho-gia-dinh";
    public const string Official = "can-bo-cong-chuc-vien-chuc-luc-luong-vu-trang";
    public const string Citizen = "nguoi-dan";

    /// <summary>From this age on a person is no longer shown by initials.</summary>
    public const int AdultAge = 16;

    /// <summary>From this age on a child is asked too.</summary>
    public const int AskedAge = 7;

    /// <summary>Everybody but a collective can be known as a person.</summary>
    public static bool IsPrivate(string kind) => kind != Collective;

    /// <summary>Several people under one name: each consent says whose it is.</summary>
    public static bool IsMany(string kind) => kind is Collective or Household;
}
