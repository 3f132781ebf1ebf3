namespace InspectionPortal.Web.Commands.Seeding;

public sealed class CategoryNoteSeed
{
    public string Category { get; set; } = "other";
    public string Text { get; set; } = string.Empty;
}
