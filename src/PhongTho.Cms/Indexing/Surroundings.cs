using PhongTho.Cms.Commendations;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Replications;

namespace PhongTho.Cms.Indexing;

/// <summary>What a reader finds on a page though it stands in other rows: captions of its files, what is written in its documents, its movements, its commendations, who copied it and what was given.</summary>
internal sealed class Surroundings
{
    private static readonly HashSet<string> MovementTypes =
        [.. ContentTypes.All.Where(static type => type.Section == SearchFacets.Movement).Select(static type => type.Key)];

    private readonly Dictionary<MediaId, MediaFile> files;
    private readonly Dictionary<ItemId, LinkedMovement> movements;
    private readonly ILookup<ItemId, CommendationWords> commendations;
    private readonly ILookup<ItemId, ReplicationWords> spread;
    private readonly FileTexts texts;

    private Surroundings(
        Dictionary<MediaId, MediaFile> files, Dictionary<ItemId, LinkedMovement> movements, ILookup<ItemId, CommendationWords> commendations,
        ILookup<ItemId, ReplicationWords> spread, FileTexts texts)
    {
        this.files = files;
        this.movements = movements;
        this.commendations = commendations;
        this.spread = spread;
        this.texts = texts;
    }

    /// <summary>Five questions to the database for all the texts.</summary>
    public static Surroundings Read(CmsDb db, IReadOnlyList<LiveText> about, FileTexts texts)
    {
        MediaId[] media = [.. about.SelectMany(text => BodyReading.Media(text.Body)).Distinct()];
        ItemId[] items = [.. about.SelectMany(text => BodyReading.Items(text.Body)).Distinct()];
        ItemId[] own = [.. about.Select(static text => text.Item.Id)];
        var types = MovementTypes.ToArray();
        return new Surroundings(
            media.Length == 0 ? [] : db.Media.Where(file => media.Contains(file.Id)).ToDictionary(file => file.Id),
            items.Length == 0 ? [] : db.LiveItems().Where(item => items.Contains(item.Id) && types.Contains(item.Type))
                .Select(item => new LinkedMovement(item.Id, item.Path, item.Title)).ToDictionary(movement => movement.Id),
            CommendationMarks.Words(db, own).ToLookup(static words => words.Item),
            ReplicationWords.Of(db, own).ToLookup(static words => words.Item),
            texts);
    }

    public IEnumerable<LinkedMovement> MovementsOf(ContentBody body) =>
        BodyReading.Items(body).Select(id => movements.GetValueOrDefault(id)).OfType<LinkedMovement>();

    /// <summary>Numbers of the decisions that commend it.</summary>
    public IEnumerable<string> DecisionsOf(ContentItem item) => commendations[item.Id].Select(static words => words.Number).Where(static number => number.Length > 0);

    /// <summary>What it was commended for, and by whom.</summary>
    public IEnumerable<string> CommendedFor(ContentItem item) => commendations[item.Id].Select(static words => words.Text);

    /// <summary>Who copied it, where and with what checked result; what was given, to whom.</summary>
    public IEnumerable<string> SpreadOf(ContentItem item) => spread[item.Id].Select(static words => words.Text);

    /// <summary>Captions and credits of its files, and the words of those that are documents.</summary>
    public IEnumerable<string> WordsAround(ContentBody body) =>
        BodyReading.Media(body).Select(id => files.GetValueOrDefault(id)).OfType<MediaFile>()
            .SelectMany(file => new[] { file.Caption, file.Credit, texts.Of(file) })
            .OfType<string>().Where(text => text.Length > 0);
}

internal sealed record LinkedMovement(ItemId Id, string Path, string Title);
