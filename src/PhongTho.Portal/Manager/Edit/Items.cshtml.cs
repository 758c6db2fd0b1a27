using Microsoft.AspNetCore.Authorization;
using PhongTho.Cms.Members;
using PhongTho.Portal.Manager.Fields;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>Items and dossiers that a field may point at, as one types.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class ItemsModel(WritingRoom room) : ManagerPage
{
    public IReadOnlyList<FoundChoice> Found { get; private set; } = [];

    public async Task OnGetAsync(string? type, string? q, CancellationToken cancellation) => Found = type == WritingRoom.SubjectType
        ? await room.SubjectsAsync(q ?? "", Me, cancellation)
        : await room.ItemsAsync(type, q ?? "", Me, cancellation);
}
