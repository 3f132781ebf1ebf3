using InspectionPortal.Domain.Projects;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>What of a plan a reader's search looks through.</summary>
/// <param name="Fields">The texts of a project that the reader may read.</param>
/// <param name="SeesSubmitted">Whether it looks through updates that wait to be accepted.</param>
internal sealed record PlanSearchScope(IReadOnlyList<ProjectField> Fields, bool SeesSubmitted)
{
    public static PlanSearchScope Of(TenantAccess access) => new(access.ProjectFields, SeesSubmitted: !access.IsByGrant);
}
