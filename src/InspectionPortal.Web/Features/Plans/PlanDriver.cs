using InspectionPortal.Domain.Plans;

namespace InspectionPortal.Web.Features.Plans;

public sealed record PlanDriver(Guid Id, string Text, Guid? ParentId, SourceNote Source)
{
    public bool IsSecondary => ParentId is not null;
}
