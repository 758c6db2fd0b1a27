using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;

namespace PhongTho.Tests.Fixtures;

/// <summary>Actors of every role, as the core sees them.</summary>
public static class People
{
    public const string Unit = "xa-dao-san";

    public static Actor Contributor { get; } = Of(1, "Chẻo Thị Mẫu", Role.Contributor) with { Unit = Unit };

    public static Actor Neighbour { get; } = Of(2, "Giàng A Thử", Role.Contributor) with { Unit = "xa-sin-suoi-ho" };

    public static Actor Editor { get; } = Of(3, "Lò Văn Ví Dụ", Role.Editor);

    public static Actor Publisher { get; } = Of(4, "Vàng Thị Minh Họa", Role.Publisher);

    public static Actor OtherPublisher { get; } = Of(5, "Tẩn A Mẫu", Role.Publisher);

    public static Actor Officer { get; } = Of(6, "Phàn Thị Thử", Role.EmulationOfficer);

    public static Actor Administrator { get; } = Of(7, "Quản Trị Mẫu", Role.Administrator);

    public static Actor Of(int number, string name, params Role[] roles) =>
        new(new Guid(number, 0, 0, new byte[8]).ToString("D"), IsMachine: false) { Name = name, Roles = roles };
}
