namespace PhongTho.Cms.Commendations;

/// <summary>A share of what is in force, with what nobody wrote down said apart (plan III.2).</summary>
/// <param name="Of">How many it is a share of.</param>
/// <param name="Unknown">Rows of the same kind that say neither yes nor no.</param>
public sealed record RegisterShare(int Part, int Of, int Unknown)
{
    public int? Percent => Of == 0 ? null : (int)Math.Round(Part * 100m / Of, MidpointRounding.AwayFromZero);
}

/// <summary>A median in whole or half days, and how many rows it is taken from.</summary>
public sealed record RegisterMedian(decimal? Days, int Of);

/// <summary>What the plan asks of commendation, counted from the rows a reader sees: she can count again.</summary>
public sealed record RegisterFigures
{
    public required RegisterShare DirectWorkers { get; init; }

    public required RegisterShare SmallCollectives { get; init; }

    public required RegisterShare Emergent { get; init; }

    public required RegisterMedian DeedToDecision { get; init; }

    public required RegisterMedian DecisionToStory { get; init; }

    /// <summary>Revoked rows count for nothing.</summary>
    public static RegisterFigures Of(IEnumerable<RegisterRow> rows)
    {
        var inForce = rows.Where(static row => !row.IsRevoked).ToList();
        var people = inForce.Where(static row => !row.IsCollective).ToList();
        var collectives = inForce.Where(static row => row.IsCollective).ToList();
        return new RegisterFigures
        {
            DirectWorkers = Share(people, static row => row.IsDirectWorker),
            SmallCollectives = Share(collectives, static row => row.IsSmallCollective),
            Emergent = Share(inForce, static row => row.IsEmergent),
            DeedToDecision = Median(inForce.Select(static row => row.DaysToDecision)),
            DecisionToStory = Median(inForce.Select(static row => row.DaysToStory)),
        };
    }

    private static RegisterShare Share(List<RegisterRow> rows, Func<RegisterRow, bool?> of)
    {
        var known = rows.Select(of).OfType<bool>().ToList();
        return new RegisterShare(known.Count(static flag => flag), known.Count, rows.Count - known.Count);
    }

    private static RegisterMedian Median(IEnumerable<int?> days)
    {
        var known = days.OfType<int>().Order().ToList();
        var middle = known.Count / 2;
        return new RegisterMedian(known.Count == 0 ? null : known.Count % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2m, known.Count);
    }
}
