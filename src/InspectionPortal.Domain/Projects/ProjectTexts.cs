namespace InspectionPortal.Domain.Projects;

/// <summary>Texts of one project, as far as they were read.</summary>
public sealed class ProjectTexts
{
    private readonly Dictionary<string, string?> _texts;

    /// <summary>Pairs each field with its text.</summary>
    /// <param name="fields">What was read.</param>
    /// <param name="texts">The texts, in the same order.</param>
    public ProjectTexts(IReadOnlyList<ProjectField> fields, string?[] texts) =>
        _texts = fields.Zip(texts).ToDictionary(t => t.First.Name, t => t.Second, StringComparer.Ordinal);

    public static ProjectTexts None { get; } = new([], []);

    /// <summary>The text; null where it is empty and where it was not read.</summary>
    public string? this[ProjectField field] => _texts.GetValueOrDefault(field.Name);
}
