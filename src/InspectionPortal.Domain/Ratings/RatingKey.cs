using System.Text;

namespace InspectionPortal.Domain.Ratings;

/// <summary>The ratings of a partnership: two to five, best first.</summary>
public static class RatingKey
{
    public const int Fewest = 2;
    public const int Most = 5;
    public const int NameMaxLength = 40;
    public const int MeaningMaxLength = 300;
    private const int CodeMaxLength = 40;

    /// <summary>The ratings a partnership starts with.</summary>
    public static IReadOnlyList<Rating> Default { get; } =
    [
        new("on-track", "On track", "On course to meet its deadline and make the intended difference.", "green", "circle", 1),
        new("at-risk", "At risk", "May miss its deadline or its aim, but its leads can put it right.", "amber", "triangle", 2),
        new("off-track", "Off track", "Will miss its deadline or its aim unless chief officers act.", "red", "square", 3),
    ];

    /// <summary>A key in this order, the best first. What has a code keeps it; what is new gets one from its name that no other has.</summary>
    /// <param name="rows">Code (null for a new one), name, meaning, colour and shape of each.</param>
    public static List<Rating> Build(IEnumerable<(string? Code, string Name, string Meaning, string Colour, string Shape)> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var all = rows.ToList();
        var taken = all.Select(r => r.Code).OfType<string>().Append(Rating.NotRated.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var key = new List<Rating>();
        foreach (var row in all)
        {
            var code = row.Code ?? CodeOf(row.Name, taken);
            taken.Add(code);
            key.Add(new Rating(code, row.Name, row.Meaning, row.Colour, row.Shape, key.Count + 1));
        }

        return key;
    }

    /// <summary>"Off track!" as "off-track", with a number where that is taken.</summary>
    private static string CodeOf(string name, HashSet<string> taken)
    {
        var letters = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                letters.Append(letter);
            }
            else if (letters.Length > 0 && letters[^1] != '-')
            {
                letters.Append('-');
            }
        }

        var head = letters.ToString().Trim('-');
        head = head.Length == 0 ? "rating" : head[..Math.Min(head.Length, CodeMaxLength - 3)];
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? head : $"{head}-{number}").First(code => !taken.Contains(code));
    }
}
