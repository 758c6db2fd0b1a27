using Microsoft.Extensions.Options;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Hosting;

/// <summary>The verbs about people: the operator's way in when no administrator can be reached.</summary>
internal static class MembersVerbs
{
    public static Task<int> RunAsync(IServiceProvider services, TypedLine line, CancellationToken cancellation) => line.Words switch
    {
        ["member", "add", var email] => AddAsync(services, line, email, cancellation),
        ["member", "reset", var email] => ResetAsync(services, line, email, cancellation),
        ["member", "list"] => ListAsync(services, line, cancellation),
        _ => Verbs.FailAsync("Cách dùng: member add THƯ_ĐIỆN_TỬ --role VAI_TRÒ, member reset THƯ_ĐIỆN_TỬ, member list."),
    };

    private static async Task<int> AddAsync(IServiceProvider services, TypedLine line, string email, CancellationToken cancellation)
    {
        var keys = line.Role?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (keys.Length == 0 || keys.Any(key => Roles.Find(key) is null))
        {
            return await Verbs.FailAsync("Hãy chỉ ra vai trò bằng --role: " + string.Join(", ", Enum.GetValues<Role>().Select(role => $"{Roles.KeyOf(role)} ({Roles.NameOf(role)})")) + ".");
        }

        var password = line.HasPassword ? await Console.In.ReadLineAsync(cancellation) ?? "" : null;
        var details = new MemberDetails(email, line.Name ?? email.Split('@')[0], [.. keys.Select(Roles.Find).OfType<Role>()], line.Unit);
        var outcome = await services.GetRequiredService<Membership>().AddAsync(Actor.Console, details, password, cancellation);
        return await SayAsync(services, line, outcome, "Đã thêm");
    }

    private static async Task<int> ResetAsync(IServiceProvider services, TypedLine line, string email, CancellationToken cancellation)
    {
        if (await services.GetRequiredService<MemberDirectory>().FindAsync(email, cancellation) is not { } member)
        {
            await Console.Error.WriteLineAsync($"Không có thành viên nào dùng địa chỉ «{email}».");
            return Verbs.Incomplete;
        }

        return await SayAsync(services, line, await services.GetRequiredService<Membership>().ResetAsync(Actor.Console, member.Id, cancellation), "Đã cấp lại đường vào cho");
    }

    private static async Task<int> ListAsync(IServiceProvider services, TypedLine line, CancellationToken cancellation)
    {
        var directory = services.GetRequiredService<MemberDirectory>();
        Member[] members =
        [
            .. (await directory.ListAsync(new MemberQuery(), cancellation)).Concat(await directory.ListAsync(new MemberQuery { IsClosed = true }, cancellation)).Select(row => row.Member),
        ];
        var rows = members.Select(member => $"{member.Email}\t{member.Name}\t{string.Join(", ", member.Roles.Select(Roles.NameOf))}\t{member.Unit}\t{(member.ClosedAt is null ? "" : "đã đóng")}".TrimEnd());
        await Verbs.SayAsync(line, new { Members = members.Select(member => Told(member, null)) }, members.Length == 0 ? "Chưa có thành viên nào." : string.Join('\n', rows));
        return Verbs.Done;
    }

    private static async Task<int> SayAsync(IServiceProvider services, TypedLine line, MemberOutcome outcome, string done)
    {
        if (outcome is not MemberOutcome.Done { Member: var member, Link: var secret })
        {
            await Console.Error.WriteLineAsync(((MemberOutcome.Refused)outcome).Reason.Message);
            return Verbs.Incomplete;
        }

        var link = secret is null ? null : BaseUrlOf(services) + FirstRun.AddressOf(secret);
        await Verbs.SayAsync(line, Told(member, link), $"{done} {member.Name} ({string.Join(", ", member.Roles.Select(Roles.NameOf))})."
            + (link is null ? "" : $" Gửi cho người ấy đường dẫn này, dùng một lần trong {MemberLinks.Lifetime.TotalDays} ngày:\n{link}"));
        return Verbs.Done;
    }

    private static object Told(Member member, string? link) => new
    {
        member.Id,
        member.Email,
        member.Name,
        Roles = member.Roles.Select(Roles.KeyOf),
        member.Unit,
        member.CreatedAt,
        member.LastSignInAt,
        member.ClosedAt,
        Link = link,
    };

    private static string BaseUrlOf(IServiceProvider services) =>
        (services.GetRequiredService<IOptions<PortalOptions>>().Value.BaseUrl ?? services.GetRequiredService<IConfiguration>()["Urls"]?.Split(';')[0] ?? services.GetRequiredService<SiteAddress>().BaseUrl).TrimEnd('/');
}
