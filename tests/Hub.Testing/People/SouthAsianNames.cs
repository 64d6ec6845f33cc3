using static Hub.Testing.People.WeightedList;

namespace Hub.Testing.People;

internal static class SouthAsianNames
{
    public static Culture Muslim { get; } = new()
    {
        Surnames = Ranked("Khan Ahmed Ali Hussain Begum Rahman Miah Islam Uddin Malik Mahmood Iqbal Akhtar Choudhury Hossain Bibi Khatun Shah Chowdhury Hassan Akram Aslam Mirza Qureshi Butt Raja Sheikh Siddiqui Ansari Bhatti Rashid Saleem Parveen Kausar Ullah Karim Haque Alam Sultana Anwar Javed Nawaz Riaz Yousaf Zaman Abbasi Chaudhry Dar Farooq Ghani", 7),
        Female = Ranked("Fatima Ayesha Aisha Maryam Zainab Khadija Amina Sana Sadia Nazia Shazia Rukhsana Nasreen Shabana Farzana Samina Saima Rabia Hafsa Iqra Zara Noor Sumaiya Tahmina Nusrat Rahima Salma Yasmin Taslima Shirin", 8),
        Male = Ranked("Mohammed Muhammad Mohammad Ahmed Ali Hamza Ibrahim Yusuf Omar Bilal Usman Imran Abdul Hassan Hussain Adam Zain Tariq Asif Kamran Shahid Nadeem Faisal Rashid Kashif Waqas Zeeshan Junaid Arif Habib Rahim Shafiq Jamal Nazrul Mohammed_Ali", 5),
        Rare = new RareSurnames("Ab Ash Baz Bukh Dur Faz Gha Hak Ham Jah Kal Kam Kaz Lat Maj Mal Maq Nas Naz Qas Rab Raz Saf Sal Sar Shaf Sub Tab Waz Zaf", "a am an ar ee i oo u", "bari dar di een gir har him i ir jan khel man mi nawaz pur rani sood wala wani zai"),
        RareShare = 200,
        Nationalities = Cultures.Nationalities(("GBR", 640), ("PAK", 160), ("BGD", 160), ("IND", 40)),
        MiddleNames = 300,
    };

    public static Culture HinduAndSikh { get; } = new()
    {
        Surnames = Ranked("Patel Singh Kaur Shah Sharma Kumar Gill Desai Mistry Joshi Mehta Chauhan Sandhu Dhillon Sidhu Bains Grewal Parmar Solanki Gupta Verma Reddy Rao Nair Pillai Iyer Menon Das Ghosh Banerjee Mukherjee Chatterjee Sivakumar Rajan Perera Silva Fernando Thakur Pandey Mishra Kapoor Malhotra Chopra Bhatt Trivedi Amin Rana Johal Sahota Bhogal", 7),
        Female = Ranked("Priya Pooja Neha Anjali Sunita Meena Kavita Simran Jasleen Harpreet Manpreet Gurpreet Amrit Rekha Hina Nisha Sonal Deepa Lakshmi Radhika Divya Shreya Aarti Bhavna Komal Jyoti Parminder Baljit Sukhwinder Ranjit", 8),
        Male = Ranked("Raj Amit Sanjay Rahul Rohan Arjun Vijay Anil Sunil Rakesh Ramesh Suresh Mahesh Hardeep Gurpreet Harpreet Manjit Jaspal Sukhdev Ranjit Kiran Nikhil Vikram Ravi Dev Aarav Krishna Hiten Jayesh Bhavesh Dinesh Mukesh Karthik Balbir Amandeep", 8),
        Rare = new RareSurnames("Agar An Ath Bal Bhal Char Chhat Dha Dev Gan God Gop Jag Kal Kan Kar Kesh Kri Lak Mad Mah Mal Muk Nag Nar Pan Par Raj Ram Sab Sat Shan Sub Sur Tal Var Vel Ven Vish Yash", "a ak an ar esh i in u", "appan bhai dev dhari gar garajah kar lingam mani moorthy nathan pal puri rajah samy sekhar swamy wala wani war"),
        RareShare = 300,
        Nationalities = Cultures.Nationalities(("GBR", 640), ("IND", 290), ("LKA", 70)),
        MiddleNames = 250,
    };
}
