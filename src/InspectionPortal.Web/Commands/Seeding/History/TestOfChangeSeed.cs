namespace InspectionPortal.Web.Commands.Seeding.History;

public sealed class TestOfChangeSeed
{
    public string On { get; set; } = string.Empty;
    public string By { get; set; } = string.Empty;
    public string Project { get; set; } = string.Empty;
    public string? Measure { get; set; }
    public string Title { get; set; } = string.Empty;
    public string Question { get; set; } = string.Empty;
    public string? Prediction { get; set; }
    public string? Plan { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
    public string? Done { get; set; }
    public string? Learnt { get; set; }
    public string? Decision { get; set; }
}
