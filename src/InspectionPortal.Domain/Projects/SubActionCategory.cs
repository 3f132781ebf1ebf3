namespace InspectionPortal.Domain.Projects;

public enum SubActionCategory
{
    Financial,
    Workforce,
    Partners,
    Systems,
    Leadership,
    ClosingTheLoop,
    Other,
}
