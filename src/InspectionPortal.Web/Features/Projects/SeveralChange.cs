using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Projects;

/// <summary>One kind of change to many projects.</summary>
/// <param name="What">What is changed, in words.</param>
/// <param name="Say">The value of a project in words.</param>
/// <param name="Refusal">Why a project stays as it is; null where it changes.</param>
/// <param name="Write">Writes the new value; says what is wrong with what was typed, or null.</param>
internal sealed record SeveralChange(
    string What, Func<ImprovementProject, string> Say, Func<ImprovementProject, string?> Refusal, Func<ImprovementProject, Failure?> Write)
{
    /// <summary>The value in words once it is written.</summary>
    public Func<ImprovementProject, string> After { get; init; } = Say;
}
