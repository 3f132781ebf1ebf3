using System.Linq.Expressions;
using System.Reflection;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Projects;

/// <summary>
/// One text of a project, with everything that a form, a page, a table, a file, a search and a report need to know of it.
/// </summary>
public sealed record ProjectField
{
    private readonly string? _columnLabel;

    /// <summary>Describes a property of the entity. Its name and limit come from there.</summary>
    /// <param name="property">The property, such as <c>p => p.Risk</c>.</param>
    public ProjectField(Expression<Func<ImprovementProject, string?>> property)
    {
        var member = (PropertyInfo)((MemberExpression)property.Body).Member;
        Name = member.Name;
        MaxLength = TypedInput.Limit<ImprovementProject>(Name);
        Get = property.Compile();
        Set = (project, text) => member.SetValue(project, text);
    }

    /// <summary>The property, in the entity and in the form.</summary>
    public string Name { get; }

    /// <summary>The most characters that it holds.</summary>
    public int MaxLength { get; }

    public Func<ImprovementProject, string?> Get { get; }

    public Action<ImprovementProject, string?> Set { get; }

    public ProjectFieldKind Kind { get; init; }

    /// <summary>The portal's own word for it.</summary>
    public required string Label { get; init; }

    /// <summary>The portal's header of its column; also how the portal finds it in a file it wrote, so it must not change.</summary>
    public string ColumnLabel
    {
        get => _columnLabel ?? Label;
        init => _columnLabel = value;
    }

    /// <summary>What the form asks; null where another part of the form asks for it.</summary>
    public string? Question { get; init; }

    /// <summary>What the form says below the question.</summary>
    public string? Hint { get; init; }

    /// <summary>The column that shows this field and nothing else; null where there is none.</summary>
    public PlanField? Column { get; init; }

    /// <summary>Headers that other plans write above such a column: lower case, without punctuation, separated by "|".</summary>
    public string Headers { get; init; } = "";

    /// <summary>True where the project page sets it in larger type.</summary>
    public bool IsProminent { get; init; }

    /// <summary>True where the quarter's report keeps it among its texts.</summary>
    public bool IsInReport { get; init; }

    /// <summary>Whether scrutiny bodies may read it in a partnership with this layout.</summary>
    public Func<PlanLayout, bool> MayScrutinyRead { get; init; } = _ => true;

    /// <summary>The partnership's label, or the portal's word where its plan has no column for it.</summary>
    public string LabelIn(PlanLayout layout) => (Column is { } column ? layout.LabelOf(column)?.TrimEnd('*').TrimEnd() : null) ?? Label;
}
