using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A driver as a branch of the tree.</summary>
public sealed record TreeDriver(DriverItem Driver, PlanContent Plan, bool IsOpen, int Level)
{
    public string Word =>
        Level == 1 ? Plan.Vocabulary.KeyDriverWord : $"Secondary {EnglishText.Said(Plan.Vocabulary.KeyDriverWord, "driver")}";
}
