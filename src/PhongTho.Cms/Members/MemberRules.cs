using System.Net.Mail;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Members;

/// <summary>The rules about people, asked before the act and shown beside its button: a reason against it, or null.</summary>
public static class MemberRules
{
    public const string EmailField = "Thư điện tử";
    public const string NameField = "Họ và tên";
    public const string RolesField = "Vai trò";
    public const string UnitField = "Đơn vị";

    public const int LongestEmail = 200;
    public const int LongestName = 120;

    /// <summary>The spelling by which two e-mail addresses are the same.</summary>
    public static string Normalize(string email) => email.Trim().Normalize().ToUpperInvariant();

    public static Refusal? WhyNotManage(Actor actor) =>
        actor.May(Right.ManageMembers) ? null : new Refusal("notAllowed", "Chỉ quản trị hệ thống mới thay đổi được tài khoản của người khác.");

    public static Refusal? WhyNotTake(MemberDetails details, bool isTaken, bool knowsUnit)
    {
        List<Problem> problems = [];
        if (!IsEmail(details.Email))
        {
            problems.Add(new Problem(EmailField, "Hãy nhập địa chỉ đầy đủ, ví dụ ten@coquan.vn."));
        }
        else if (isTaken)
        {
            problems.Add(new Problem(EmailField, "Đã có tài khoản dùng địa chỉ này."));
        }

        if (details.Name.Length is 0 or > LongestName)
        {
            problems.Add(new Problem(NameField, $"Hãy nhập họ và tên, tối đa {LongestName} ký tự."));
        }

        if (details.Roles.Count == 0)
        {
            problems.Add(new Problem(RolesField, "Hãy chọn ít nhất một vai trò."));
        }

        if (details.Roles.Contains(Role.Contributor) && !knowsUnit)
        {
            problems.Add(new Problem(UnitField, details.Unit is null ? "Cộng tác viên phải thuộc một đơn vị." : $"Không có đơn vị «{details.Unit}»."));
        }

        return problems.Count switch
        {
            0 => null,
            1 => new Refusal("incomplete", "Chưa lưu được. " + problems[0].Message),
            _ => new Refusal("incomplete", $"Chưa lưu được, còn {problems.Count} chỗ cần sửa.") { Problems = problems },
        };
    }

    /// <param name="isLastAdministrator">Nobody else keeps the people of this newsroom.</param>
    public static Refusal? WhyNotLose(this Member member, IReadOnlyList<Role> roles, Actor actor, bool isLastAdministrator) => (member.Roles.Except(roles).Contains(Role.Administrator), member.IsOf(actor)) switch
    {
        (true, true) => new Refusal("own", "Không tự bỏ được vai trò quản trị của mình; hãy nhờ một quản trị khác."),
        (true, _) when isLastAdministrator => LastAdministrator,
        _ => null,
    };

    /// <inheritdoc cref="WhyNotLose"/>
    public static Refusal? WhyNotClose(this Member member, Actor actor, bool isLastAdministrator) => member switch
    {
        { ClosedAt: not null } => new Refusal("closed", "Tài khoản này đã đóng."),
        _ when member.IsOf(actor) => new Refusal("own", "Không tự đóng được tài khoản của mình; hãy nhờ một quản trị khác."),
        _ when isLastAdministrator => LastAdministrator,
        _ => null,
    };

    public static Refusal? WhyNotReopen(this Member member) => member.ClosedAt is null ? new Refusal("open", "Tài khoản này đang mở.") : null;

    public static Refusal? WhyNotReset(this Member member, Actor actor) => member switch
    {
        { ClosedAt: not null } => new Refusal("closed", "Tài khoản này đã đóng; hãy mở lại trước khi cấp đường dẫn mới."),
        _ when member.IsOf(actor) => new Refusal("own", "Mật khẩu và khóa của mình thì đổi ở mục «Tài khoản của tôi»."),
        _ => null,
    };

    private static Refusal LastAdministrator { get; } = new("lastAdministrator", "Đây là quản trị hệ thống duy nhất; hãy giao vai trò này cho một người khác trước.");

    private static bool IsOf(this Member member, Actor actor) => actor.Key == member.Id.ToString("D");

    private static bool IsEmail(string email) =>
        email.Length <= LongestEmail && MailAddress.TryCreate(email, out var address) && address.Address == email && address.Host.Contains('.', StringComparison.Ordinal);
}
