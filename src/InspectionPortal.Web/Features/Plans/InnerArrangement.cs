using InspectionPortal.Domain.Partnerships;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>The lists of a project or an inspection.</summary>
/// <param name="Name">Its number and title.</param>
/// <param name="Back">Its page, below the partnership.</param>
/// <param name="Lists">Lists of two or more; of fewer there is nothing to arrange.</param>
/// <param name="Vocabulary">The partnership's words.</param>
public sealed record InnerArrangement(string Name, string Back, IReadOnlyList<ArrangedList> Lists, Vocabulary Vocabulary)
{
    /// <summary>The button to which the focus returns.</summary>
    public string? Focus { get; init; }
}
